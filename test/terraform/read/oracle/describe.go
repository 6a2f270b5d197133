package main

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A describer turns the nodes of one text into plain data.
type describer struct {
	text string
	// The UTF-16 offset of every byte, and of the end.
	offsets []int
}

func newDescriber(text string) *describer {
	offsets := make([]int, len(text)+1)
	at := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		for k := 0; k < size; k++ {
			offsets[i+k] = at
		}
		at++
		if r > 0xffff {
			at++
		}
		i += size
	}
	offsets[len(text)] = at
	return &describer{text, offsets}
}

func (d *describer) span(r hcl.Range) [2]int {
	return [2]int{d.offsets[r.Start.Byte], d.offsets[r.End.Byte]}
}

func (d *describer) source(r hcl.Range) string {
	return d.text[r.Start.Byte:r.End.Byte]
}

func (d *describer) body(b *hclsyntax.Body) node {
	attributes := []node{}
	for _, a := range b.Attributes {
		attributes = append(attributes, node{
			"name": a.Name, "nameRange": d.span(a.NameRange), "range": d.span(a.SrcRange), "expression": d.expression(a.Expr),
		})
	}
	sort.Slice(attributes, func(i, k int) bool {
		return attributes[i]["range"].([2]int)[0] < attributes[k]["range"].([2]int)[0]
	})
	blocks := []node{}
	for _, b := range b.Blocks {
		blocks = append(blocks, d.block(b))
	}
	return node{"attributes": attributes, "blocks": blocks}
}

func (d *describer) block(b *hclsyntax.Block) node {
	labels := []node{}
	for i, label := range b.Labels {
		quoted := strings.HasPrefix(d.source(b.LabelRanges[i]), `"`)
		labels = append(labels, node{"text": label, "quoted": quoted, "range": d.span(b.LabelRanges[i])})
	}
	return node{
		"type": b.Type, "typeRange": d.span(b.TypeRange), "labels": labels, "range": d.span(b.Range()),
		"open": d.span(b.OpenBraceRange)[0], "close": d.span(b.CloseBraceRange)[0], "body": d.body(b.Body),
	}
}

func (d *describer) expressions(list []hclsyntax.Expression) []node {
	nodes := []node{}
	for _, e := range list {
		nodes = append(nodes, d.expression(e))
	}
	return nodes
}

func (d *describer) expression(e hclsyntax.Expression) node {
	n := d.bare(e)
	n["range"] = d.span(e.Range())
	return n
}

func (d *describer) optional(e hclsyntax.Expression) any {
	if e == nil {
		return nil
	}
	return d.expression(e)
}

func (d *describer) bare(e hclsyntax.Expression) node {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return d.literal(e)
	case *hclsyntax.TemplateExpr:
		return d.template(e)
	case *hclsyntax.TemplateWrapExpr:
		return node{"type": "wrap", "form": d.form(e.SrcRange), "expression": d.expression(e.Wrapped)}
	case *hclsyntax.ScopeTraversalExpr, *hclsyntax.RelativeTraversalExpr, *hclsyntax.IndexExpr, *hclsyntax.SplatExpr:
		return d.access(e)
	case *hclsyntax.FunctionCallExpr:
		return node{
			"type": "call", "name": e.Name, "nameRange": d.span(e.NameRange), "args": d.expressions(e.Args),
			"expandFinal": e.ExpandFinal,
		}
	case *hclsyntax.ConditionalExpr:
		return node{
			"type": "conditional", "condition": d.expression(e.Condition), "whenTrue": d.expression(e.TrueResult),
			"whenFalse": d.expression(e.FalseResult),
		}
	case *hclsyntax.BinaryOpExpr:
		return node{"type": "binary", "operator": operators[e.Op], "left": d.expression(e.LHS), "right": d.expression(e.RHS)}
	case *hclsyntax.UnaryOpExpr:
		return node{"type": "unary", "operator": unaryOperators[e.Op], "operand": d.expression(e.Val)}
	case *hclsyntax.ParenthesesExpr:
		return node{"type": "parentheses", "expression": d.expression(e.Expression)}
	case *hclsyntax.TupleConsExpr:
		return node{"type": "tuple", "items": d.expressions(e.Exprs)}
	case *hclsyntax.ObjectConsExpr:
		return d.object(e)
	case *hclsyntax.ForExpr:
		return node{
			"type": "for", "keyName": e.KeyVar, "valueName": e.ValVar, "collection": d.expression(e.CollExpr),
			"key": d.optional(e.KeyExpr), "value": d.expression(e.ValExpr), "grouped": e.Group,
			"condition": d.optional(e.CondExpr),
		}
	}
	panic(fmt.Sprintf("no description of %T", e))
}

func (d *describer) literal(e *hclsyntax.LiteralValueExpr) node {
	switch {
	case e.Val.IsNull():
		return node{"type": "null"}
	case e.Val.Type() == cty.Bool:
		return node{"type": "boolean", "value": e.Val.True()}
	case e.Val.Type() == cty.Number:
		return node{"type": "number", "text": d.source(e.SrcRange)}
	}
	return node{"type": "string", "form": "template", "value": e.Val.AsString()}
}

func (d *describer) object(e *hclsyntax.ObjectConsExpr) node {
	items := []node{}
	for _, item := range e.Items {
		key := item.KeyExpr.(*hclsyntax.ObjectConsKeyExpr)
		var name any
		if word := hcl.ExprAsKeyword(key.Wrapped); word != "" && !key.ForceNonLiteral {
			name = word
		}
		items = append(items, node{"key": d.expression(key.Wrapped), "name": name, "value": d.expression(item.ValueExpr)})
	}
	return node{"type": "object", "items": items}
}

var operators = map[*hclsyntax.Operation]string{
	hclsyntax.OpLogicalOr: "||", hclsyntax.OpLogicalAnd: "&&", hclsyntax.OpEqual: "==", hclsyntax.OpNotEqual: "!=",
	hclsyntax.OpGreaterThan: ">", hclsyntax.OpGreaterThanOrEqual: ">=", hclsyntax.OpLessThan: "<",
	hclsyntax.OpLessThanOrEqual: "<=", hclsyntax.OpAdd: "+", hclsyntax.OpSubtract: "-", hclsyntax.OpMultiply: "*",
	hclsyntax.OpDivide: "/", hclsyntax.OpModulo: "%",
}

var unaryOperators = map[*hclsyntax.Operation]string{hclsyntax.OpNegate: "-", hclsyntax.OpLogicalNot: "!"}

package main

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

func (d *describer) form(r hcl.Range) string {
	switch source := d.source(r); {
	case strings.HasPrefix(source, "<<-"):
		return "flush"
	case strings.HasPrefix(source, "<<"):
		return "heredoc"
	}
	return "quoted"
}

func (d *describer) template(e *hclsyntax.TemplateExpr) node {
	parts := d.parts(e.Parts)
	switch {
	case len(parts) == 0:
		return node{"type": "string", "form": d.form(e.SrcRange), "value": ""}
	case len(parts) == 1 && parts[0]["type"] == "text":
		return node{"type": "string", "form": d.form(e.SrcRange), "value": parts[0]["value"]}
	}
	return node{"type": "template", "form": d.form(e.SrcRange), "parts": parts}
}

func (d *describer) parts(expressions []hclsyntax.Expression) []node {
	parts := []node{}
	for _, e := range expressions {
		if part := d.part(e); part != nil {
			parts = append(parts, part)
		}
	}
	return parts
}

// part describes a part of a template; nil is an empty text.
func (d *describer) part(e hclsyntax.Expression) node {
	isDirective := strings.HasPrefix(d.source(e.Range()), "%{")
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		if text, ok := d.literalText(e); ok {
			if text == "" {
				return nil
			}
			return node{"type": "text", "value": text, "range": d.span(e.SrcRange)}
		}
	case *hclsyntax.ConditionalExpr:
		if isDirective {
			return node{
				"type": "if", "condition": d.expression(e.Condition), "whenTrue": d.branch(e.TrueResult),
				"whenFalse": d.branch(e.FalseResult), "range": d.span(e.SrcRange),
			}
		}
	case *hclsyntax.TemplateJoinExpr:
		loop := e.Tuple.(*hclsyntax.ForExpr)
		return node{
			"type": "for", "keyName": loop.KeyVar, "valueName": loop.ValVar, "collection": d.expression(loop.CollExpr),
			"body": d.branch(loop.ValExpr), "range": d.span(loop.SrcRange),
		}
	}
	return node{"type": "interpolation", "expression": d.expression(e)}
}

func (d *describer) branch(e hclsyntax.Expression) []node {
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		return d.parts(e.Parts)
	case *hclsyntax.LiteralValueExpr:
		return d.parts([]hclsyntax.Expression{e})
	}
	return []node{{"type": "interpolation", "expression": d.expression(e)}}
}

// literalText tells a literal text from a literal that is interpolated: a number, a bool or null.
func (d *describer) literalText(e *hclsyntax.LiteralValueExpr) (string, bool) {
	if e.Val.IsNull() || e.Val.Type() != cty.String {
		return "", false
	}
	return e.Val.AsString(), true
}

package main

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// access describes a chain of nested nodes as its innermost source and the steps into it.
func (d *describer) access(e hclsyntax.Expression) node {
	source, root, steps := d.unchain(e)
	if source != nil {
		return node{"type": "access", "source": d.expression(source), "steps": steps}
	}
	return node{"type": "reference", "root": root, "steps": steps}
}

// unchain finds the source of a chain, or the description of its root name, and the steps in order.
func (d *describer) unchain(e hclsyntax.Expression) (hclsyntax.Expression, node, []node) {
	switch e := e.(type) {
	case *hclsyntax.AnonSymbolExpr:
		return nil, nil, []node{}
	case *hclsyntax.ScopeTraversalExpr:
		root := e.Traversal[0].(hcl.TraverseRoot)
		return nil, node{"name": root.Name, "range": d.span(root.SrcRange)}, d.steps(e.Traversal[1:])
	case *hclsyntax.RelativeTraversalExpr:
		source, root, steps := d.unchain(e.Source)
		return source, root, append(steps, d.steps(e.Traversal)...)
	case *hclsyntax.IndexExpr:
		source, root, steps := d.unchain(e.Collection)
		step := node{"type": "index", "key": d.expression(e.Key), "range": d.span(e.BracketRange)}
		return source, root, append(steps, step)
	case *hclsyntax.SplatExpr:
		source, root, steps := d.unchain(e.Source)
		_, _, each := d.unchain(e.Each)
		step := node{"type": "splat", "marker": d.span(e.MarkerRange), "each": each}
		return source, root, append(steps, step)
	}
	return e, nil, []node{}
}

func (d *describer) steps(traversal hcl.Traversal) []node {
	steps := []node{}
	for _, step := range traversal {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			steps = append(steps, node{"type": "attribute", "name": step.Name, "range": d.span(step.SrcRange)})
		case hcl.TraverseIndex:
			steps = append(steps, node{"type": "index", "literal": literalKey(step.Key), "range": d.span(step.SrcRange)})
		}
	}
	return steps
}

func literalKey(key cty.Value) any {
	switch {
	case key.IsNull():
		return nil
	case key.Type() == cty.String:
		return key.AsString()
	case key.Type() == cty.Bool:
		return key.True()
	}
	number, _ := key.AsBigFloat().Float64()
	return number
}

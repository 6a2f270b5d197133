// A provider that serves the schema in schema.json and plans what Terraform proposes, so that configurations of azurerm
// can be planned without the real one.
package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"log"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

//go:embed schema.json
var schemaText []byte

// A block as schema.json writes it: the type of an attribute ends with "?" when the provider may compute it.
type block struct {
	Attributes map[string]string `json:"attributes"`
	Blocks     map[string]nested `json:"blocks"`
}

type nested struct {
	Nesting string `json:"nesting"`
	block
}

type stub struct {
	tfprotov6.ProviderServer
	schemas map[string]*tfprotov6.Schema
}

var types = map[string]tftypes.Type{
	"string":       tftypes.String,
	"number":       tftypes.Number,
	"bool":         tftypes.Bool,
	"list(string)": tftypes.List{ElementType: tftypes.String},
	"set(string)":  tftypes.Set{ElementType: tftypes.String},
	"map(string)":  tftypes.Map{ElementType: tftypes.String},
}

var nestings = map[string]tfprotov6.SchemaNestedBlockNestingMode{
	"list": tfprotov6.SchemaNestedBlockNestingModeList,
	"set":  tfprotov6.SchemaNestedBlockNestingModeSet,
}

func (b block) schema() *tfprotov6.SchemaBlock {
	result := &tfprotov6.SchemaBlock{}
	for name, kind := range b.Attributes {
		computed := kind[len(kind)-1] == '?'
		if computed {
			kind = kind[:len(kind)-1]
		}
		kind, ok := types[kind]
		if !ok {
			log.Fatalf("%s has an unknown type", name)
		}
		attribute := &tfprotov6.SchemaAttribute{Name: name, Type: kind, Optional: true, Computed: computed}
		result.Attributes = append(result.Attributes, attribute)
	}
	for name, inner := range b.Blocks {
		nestedBlock := &tfprotov6.SchemaNestedBlock{TypeName: name, Block: inner.schema(), Nesting: nestings[inner.Nesting]}
		result.BlockTypes = append(result.BlockTypes, nestedBlock)
	}
	return result
}

func (s *stub) GetMetadata(context.Context, *tfprotov6.GetMetadataRequest) (*tfprotov6.GetMetadataResponse, error) {
	response := &tfprotov6.GetMetadataResponse{ServerCapabilities: &tfprotov6.ServerCapabilities{GetProviderSchemaOptional: true}}
	for name := range s.schemas {
		response.Resources = append(response.Resources, tfprotov6.ResourceMetadata{TypeName: name})
	}
	return response, nil
}

func (s *stub) GetProviderSchema(context.Context, *tfprotov6.GetProviderSchemaRequest) (*tfprotov6.GetProviderSchemaResponse, error) {
	features := block{Blocks: map[string]nested{"features": {Nesting: "list"}}}
	return &tfprotov6.GetProviderSchemaResponse{
		Provider:        &tfprotov6.Schema{Block: features.schema()},
		ResourceSchemas: s.schemas,
	}, nil
}

func (s *stub) ValidateProviderConfig(_ context.Context, request *tfprotov6.ValidateProviderConfigRequest) (*tfprotov6.ValidateProviderConfigResponse, error) {
	return &tfprotov6.ValidateProviderConfigResponse{PreparedConfig: request.Config}, nil
}

func (s *stub) ConfigureProvider(context.Context, *tfprotov6.ConfigureProviderRequest) (*tfprotov6.ConfigureProviderResponse, error) {
	return &tfprotov6.ConfigureProviderResponse{}, nil
}

func (s *stub) ValidateResourceConfig(context.Context, *tfprotov6.ValidateResourceConfigRequest) (*tfprotov6.ValidateResourceConfigResponse, error) {
	return &tfprotov6.ValidateResourceConfigResponse{}, nil
}

// What is not written and may be computed is unknown.
func (s *stub) PlanResourceChange(_ context.Context, request *tfprotov6.PlanResourceChangeRequest) (*tfprotov6.PlanResourceChangeResponse, error) {
	schema := s.schemas[request.TypeName]
	proposed, err := request.ProposedNewState.Unmarshal(schema.ValueType())
	if err != nil {
		return nil, err
	}
	planned, err := tftypes.Transform(proposed, func(path *tftypes.AttributePath, value tftypes.Value) (tftypes.Value, error) {
		if value.IsNull() && isComputed(schema.Block, path.Steps()) {
			return tftypes.NewValue(value.Type(), tftypes.UnknownValue), nil
		}
		return value, nil
	})
	if err != nil {
		return nil, err
	}
	state, err := tfprotov6.NewDynamicValue(schema.ValueType(), planned)
	return &tfprotov6.PlanResourceChangeResponse{PlannedState: &state}, err
}

func isComputed(block *tfprotov6.SchemaBlock, steps []tftypes.AttributePathStep) bool {
	for index, step := range steps {
		name, ok := step.(tftypes.AttributeName)
		if !ok {
			continue
		}
		for _, attribute := range block.Attributes {
			if attribute.Name == string(name) {
				return index == len(steps)-1 && attribute.Computed
			}
		}
		for _, inner := range block.BlockTypes {
			if inner.TypeName == string(name) {
				block = inner.Block
			}
		}
	}
	return false
}

func main() {
	var blocks map[string]block
	if err := json.Unmarshal(schemaText, &blocks); err != nil {
		log.Fatal(err)
	}
	schemas := map[string]*tfprotov6.Schema{}
	for name, written := range blocks {
		schemas[name] = &tfprotov6.Schema{Block: written.schema()}
	}
	provider := func() tfprotov6.ProviderServer { return &stub{schemas: schemas} }
	if err := tf6server.Serve("registry.terraform.io/hashicorp/azurerm", provider); err != nil {
		log.Fatal(err)
	}
}

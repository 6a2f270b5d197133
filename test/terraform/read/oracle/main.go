// Command oracle prints what HashiCorp's parser makes of HCL texts, in the shape of ml-lint's syntax tree, with UTF-16
// offsets. It reads lines of JSON {"name", "text"} or, with -files, paths of files, and prints one line of JSON each.
// With -speed it reads the files' paths and prints how long parsing alone takes.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

type input struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

type answer struct {
	Name    string `json:"name"`
	Valid   bool   `json:"valid"`
	Problem string `json:"problem,omitempty"`
	Body    node   `json:"body,omitempty"`
}

type node = map[string]any

func main() {
	areFiles := flag.Bool("files", false, "read paths of files instead of JSON")
	speed := flag.Bool("speed", false, "measure how fast the files are parsed")
	flag.Parse()
	inputs, err := readInputs(*areFiles || *speed)
	if err == nil && *speed {
		measure(inputs)
	} else if err == nil {
		err = printAnswers(inputs)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func readInputs(areFiles bool) ([]input, error) {
	var inputs []input
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var one input
		if areFiles {
			text, err := os.ReadFile(lines.Text())
			if err != nil {
				return nil, err
			}
			one = input{lines.Text(), string(text)}
		} else if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			return nil, err
		}
		inputs = append(inputs, one)
	}
	return inputs, lines.Err()
}

func printAnswers(inputs []input) error {
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, one := range inputs {
		file, diagnostics := hclsyntax.ParseConfig([]byte(one.Text), one.Name, hcl.InitialPos)
		result := answer{Name: one.Name, Valid: !diagnostics.HasErrors()}
		if result.Valid {
			result.Body = newDescriber(one.Text).body(file.Body.(*hclsyntax.Body))
		} else {
			result.Problem = diagnostics.Error()
		}
		if err := encoder.Encode(result); err != nil {
			return err
		}
	}
	return out.Flush()
}

func measure(inputs []input) {
	for round := 0; round < 5; round++ {
		bytes := 0
		start := time.Now()
		for _, one := range inputs {
			hclsyntax.ParseConfig([]byte(one.Text), one.Name, hcl.InitialPos)
			bytes += len(one.Text)
		}
		fmt.Printf("%.1f MB/s over %d files, %.1f MB\n", float64(bytes)/1e6/time.Since(start).Seconds(), len(inputs), float64(bytes)/1e6)
	}
}

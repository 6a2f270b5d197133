given = "given"

module example.com/method-patterns

go 1.22

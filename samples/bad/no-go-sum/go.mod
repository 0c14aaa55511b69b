module example.com/unsummed

go 1.18

require example.org/colours v1.2.0

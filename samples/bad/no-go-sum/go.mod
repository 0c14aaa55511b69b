module example.com/unsummed

go 1.22

require example.org/colours v1.2.0

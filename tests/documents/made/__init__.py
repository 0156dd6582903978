"""Small files of every format, made in memory: the tests' own evidence."""

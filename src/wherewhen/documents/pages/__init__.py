"""Pages of a PDF: glyphs where they are printed -> lines as they are read -> paragraphs."""

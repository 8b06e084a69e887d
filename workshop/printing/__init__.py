"""From facts to pages: PDF, HTML and TXT with the same words."""

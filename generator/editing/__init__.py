"""What an editor asks for at the command line: a new site, an article, a draft, the to-do list."""

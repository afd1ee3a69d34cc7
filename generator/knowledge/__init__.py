"""What the program knows: editors' entries, the world pack, and the rules' vocabularies."""

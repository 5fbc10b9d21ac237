"""Programme packs (`docs/packs.md`): what a pack must say, how an operator signs it, and where the server finds it."""

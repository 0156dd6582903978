"""The words of the product: frozen value types, checked once when made, standard library only."""

"""Every possible run of a diagram, played with tokens: can it always come to a proper end?"""

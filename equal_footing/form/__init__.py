"""Knows the one form of the YAML files in `data/`: puts files into it, and says where one is not in it.

Works with keys, texts and comments as they are typed; does not know what the rules ask of them.
"""

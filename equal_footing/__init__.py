"""Equal Footing: from checked YAML records to pages that can be cited."""

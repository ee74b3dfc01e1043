import pandas as pd

facts = pd.read_csv("facts.csv", keep_default_na=False, na_values=[""], low_memory=False)
grants = facts[(facts.kind == "funding-scheme") & (facts.field == "amount") & facts.withdrawn.isna()]
grants = grants.dropna(subset=["number", "starts"])
grants["year"] = grants.starts.str[:4]
amount = ["precision", "number", "to", "currency", "basis", "period", "as_of", "source"]
answer = grants[["place", "year", "title", "label", *amount]]
answer = answer.sort_values(["place", "year", "title", "number"], kind="stable")
print(answer.to_string(index=False))

"""The pages of the browser (`gardefou app`): they show what the engine says and keep nothing.

`shell` frames every page, `session` holds the contract of one tab, `review` and its parts are the page of one contract, `folder` that of
many, `library` that of the clauses. Nothing here is cached but the engine, and no word of a contract is ever Markdown or HTML.
"""

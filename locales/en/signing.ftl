# Signatures over issued reports, made with certificates, and what is told of them.

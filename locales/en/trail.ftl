# What can be wrong with an event and its place in the trail. The place (chain, number, byte) is
# shown beside each message.

trail-json-end = The recorded text ends in the middle.
trail-json-end-do = The file is damaged or was cut. Fetch it again from its sender or from a backup.
trail-json-not-utf8 = The recorded text is not valid UTF-8.
trail-json-not-utf8-do = The event was not written by Assay, or was changed since. Do not rely on this dossier; ask its author for the original.
trail-json-whitespace = A blank or line break stands where none may be.
trail-json-whitespace-do = The event was not written by Assay, or was changed since. Do not rely on this dossier; ask its author for the original.
trail-json-float = A number has a fraction or an exponent. Only whole numbers can be recorded.
trail-json-float-do = Record the figure as text, or as a whole number of a smaller unit.
trail-json-number-form = A number is not written in its shortest form.
trail-json-number-form-do = The event was not written by Assay, or was changed since. Do not rely on this dossier; ask its author for the original.
trail-json-number-range = A whole number is beyond 9,007,199,254,740,991, the largest that can be recorded.
trail-json-number-range-do = Record the figure as text, or in a larger unit.
trail-json-key-order = The fields of an event are not in order.
trail-json-key-order-do = The event was not written by Assay, or was changed since. Do not rely on this dossier; ask its author for the original.
trail-json-duplicate-key = A field stands twice in an event, so it could be read in two ways.
trail-json-duplicate-key-do = The event was made to mislead. Do not rely on this dossier; ask its author for the original.
trail-json-key-character = The name of a field has a character that is not allowed in names.
trail-json-key-character-do = Names of fields are plain letters, digits and signs without quotes and backslashes. Rename the field.
trail-json-escape = A character in a text is written in an unusual way.
trail-json-escape-do = The event was not written by Assay, or was changed since. Do not rely on this dossier; ask its author for the original.
trail-json-control = A control character stands in a text as it is.
trail-json-control-do = The event was not written by Assay, or was changed since. Do not rely on this dossier; ask its author for the original.
trail-json-unexpected = A character stands where it cannot be.
trail-json-unexpected-do = The event was not written by Assay, or was changed since. Do not rely on this dossier; ask its author for the original.
trail-json-trailing = Something follows the end of the event.
trail-json-trailing-do = The event was not written by Assay, or was changed since. Do not rely on this dossier; ask its author for the original.
trail-json-depth = Lists stand in one another more than 32 deep.
trail-json-depth-do = Record fewer levels, or add the content as evidence.

trail-body-too-long = The entry is longer than 65,535 bytes.
trail-body-too-long-do = Shorten the text, or add it as evidence and refer to it.
trail-body-field = The field { $field } of an event is missing, out of place or not in its form.
trail-body-field-do = The event was not written by Assay, or was changed since. Do not rely on this dossier; ask its author for the original.
trail-body-parent-order = The events that an event refers to are not in order, or one stands there twice.
trail-body-parent-order-do = The event was not written by Assay, or was changed since. Do not rely on this dossier; ask its author for the original.
trail-body-own-parent = An event refers to its own chain as if it were another's.
trail-body-own-parent-do = The event was not written by Assay, or was changed since. Do not rely on this dossier; ask its author for the original.
trail-body-version = The event is of a version that this release does not know.
trail-body-version-do = Open the dossier with a newer release of Assay.

trail-chain-wrong-dossier = The event belongs to another dossier.
trail-chain-wrong-dossier-do = Somebody put it here. Do not rely on this dossier; ask its author for the original.
trail-chain-wrong-chain = The event belongs to another author's chain.
trail-chain-wrong-chain-do = Somebody put it here. Do not rely on this dossier; ask its author for the original.
trail-chain-gap = Event { $expected } of the chain is missing; the next one there is { $found }.
trail-chain-gap-do = Events were removed, or the copy is incomplete. Ask the author of the chain for a complete copy.
trail-chain-fork = Another event already has this place: the same key wrote in two copies of the dossier.
trail-chain-fork-do = Both are kept. Find out which copy was continued after a backup or on a copied computer, and let its author settle each conflict.
trail-chain-repeated = The same event is stored twice.
trail-chain-repeated-do = Nothing is lost. Merge the dossier into a new copy to remove the double.
trail-chain-prev-mismatch = The event does not continue the one before it.
trail-chain-prev-mismatch-do = One of the two was changed after it was recorded. Do not rely on this dossier; ask its author for the original.
trail-chain-open-missing = The chain does not begin with its opening, which carries the author's key.
trail-chain-open-missing-do = The beginning was removed or replaced. Ask the author of the chain for a complete copy.
trail-chain-open-twice = The chain is opened a second time.
trail-chain-open-twice-do = The event was not written by Assay. Do not rely on this dossier; ask its author for the original.
trail-chain-key-missing = The opening of the chain carries no usable key.
trail-chain-key-missing-do = The event was not written by Assay. Do not rely on this dossier; ask its author for the original.
trail-chain-key-mismatch = The key in the opening is not the key this chain was made for.
trail-chain-key-mismatch-do = The key was replaced. Do not rely on this dossier; ask its author for the original.

trail-checkpoint-line = Line { $line } of the checkpoint is not as it should be.
trail-checkpoint-line-do = Compare it with docs/formats/checkpoint.md, and fetch the checkpoint again from its sender.

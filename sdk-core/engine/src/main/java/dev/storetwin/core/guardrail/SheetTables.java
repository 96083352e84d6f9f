package dev.storetwin.core.guardrail;

import dev.storetwin.core.guardrail.sheet.RuleFolder;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleTables;
import java.util.Optional;

/** The tables of a rule folder as {@link SheetCompiler} reads them. */
public final class SheetTables implements RuleTables {

    /** For whoever finds it as a service. */
    public SheetTables() {
        // Nothing to set.
    }

    @Override
    public Optional<RuleSet> inDrl(RuleSet folder) {
        var read = RuleFolder.of(folder);
        return read.hasRules() ? Optional.of(read.inDrl()) : Optional.empty();
    }
}

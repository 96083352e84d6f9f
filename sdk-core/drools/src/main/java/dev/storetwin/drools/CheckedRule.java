package dev.storetwin.drools;

import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * One rule, taken apart.
 *
 * @param descr       as the DRL parser read it
 * @param steps       its conditions in the order in which they are read
 * @param bindings    what the consequence may use
 * @param consequence what it does
 */
record CheckedRule(RuleDescr descr, List<ConditionCheck.Step> steps, Bindings bindings, Consequence consequence) {

    private static final Pattern WAKING = Pattern.compile("\\b(update|modify)\\b");

    /** Whether it makes rules look at a fact again. */
    boolean wakesRules() {
        return WAKING.matcher(consequence.java()).find();
    }

    String name() {
        return descr.getName();
    }
}

package dev.storetwin.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After all tests of a class, reports which rules of a kit and which of their conditions no test tried:
 *
 * <pre>@RegisterExtension
 * static final RuleCoverageReport COVERAGE = RuleCoverageReport.of(RULES).failing();</pre>
 *
 * <p>The report is an entry {@code rule coverage} of the test run.
 */
public final class RuleCoverageReport implements AfterAllCallback {

    private final RuleKit kit;
    private final boolean isFailing;

    private RuleCoverageReport(RuleKit kit, boolean isFailing) {
        this.kit = kit;
        this.isFailing = isFailing;
    }

    /** Reports, and fails nothing. */
    public static RuleCoverageReport of(RuleKit kit) {
        return new RuleCoverageReport(kit, false);
    }

    /** The same, and the class fails when a rule never fired. */
    public RuleCoverageReport failing() {
        return new RuleCoverageReport(kit, true);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var coverage = kit.coverage();
        context.publishReportEntry("rule coverage", coverage.toString());
        if (isFailing && !coverage.neverFired().isEmpty()) {
            throw new AssertionError("%s\nMaybe a test for it is missing, or the rule can go.".formatted(coverage));
        }
    }
}

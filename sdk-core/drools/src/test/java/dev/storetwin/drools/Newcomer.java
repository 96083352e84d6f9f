package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.headed;
import static dev.storetwin.drools.Drl.price;

import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import java.util.List;
import java.util.concurrent.FutureTask;

/** What a host may do first of all in a fresh JVM: use rules on a thread whose class loader knows nothing. */
final class Newcomer {

    private Newcomer() {}

    public static void main(String[] arguments) throws Exception {
        var rules =
                headed("rule \"Größe\" when PriceChange(sku.value != \"naïve\") then guard.block(\"zu groß ☕\"); end");
        var work = new FutureTask<>(() -> Drl.ask(rules, price("20", "30")).hits());
        var thread = new Thread(work);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();
        if (!work.get().equals(List.of(new RuleHit("Größe", Severity.BLOCKED, "zu groß ☕")))) {
            throw new AssertionError(work.get());
        }
    }
}

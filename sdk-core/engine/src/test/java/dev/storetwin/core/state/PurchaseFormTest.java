package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.type.OrderId;
import dev.storetwin.type.SubjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PurchaseFormTest {

    private static final SubjectId ANNA = SubjectId.of("anna");

    /** So long that a page of a few hundred is too long to be copied again and again. */
    private static final String LONG = "-".repeat(200);

    /** Few different ones, so that some come more than once. */
    private static LedgerEntry.Purchase purchase(int number) {
        var at = Instant.parse("2026-03-02T08:00:00Z").plusNanos(number % 3 * 1_000_001L);
        return new LedgerEntry.Purchase(ANNA, OrderId.of("order-" + number + LONG), at, -5 + number);
    }

    @Property
    void a_page_holds_what_came_and_did_not_go(
            @ForAll @Size(max = 300) List<@IntRange(min = -10, max = 40) Integer> steps) {
        var page = Page.empty(new Book.Key(LedgerEntry.Purchase.class, ANNA));
        var expected = new ArrayList<LedgerEntry>();

        for (int step : steps) {
            var purchase = purchase(Math.abs(step));
            if (step > 0) {
                page = page.with(purchase, 1);
                expected.add(purchase);
            } else if (expected.remove(purchase)) {
                page = page.with(purchase, -1);
            }
        }

        var found = new ArrayList<LedgerEntry>();
        page.forEach((entry, count) -> {
            for (int i = 0; i < count; i++) {
                found.add(entry);
            }
        });
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(page.isEmpty()).isEqualTo(expected.isEmpty());
        assertThat(page.entries().map(LedgerEntry.class::cast).toList()).doesNotHaveDuplicates();
    }
}

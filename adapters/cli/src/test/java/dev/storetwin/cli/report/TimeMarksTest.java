package dev.storetwin.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.cli.report.TimeMarks.Mark;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeMarksTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 11, 15);

    @Test
    void a_month_is_marked_by_weeks() {
        assertThat(TimeMarks.marks(FIRST, FIRST.plusDays(28)))
                .extracting(Mark::label)
                .containsExactly("15 Nov", "22 Nov", "29 Nov", "6 Dec", "13 Dec");
    }

    @Test
    void half_a_year_is_marked_by_months_and_says_the_year_when_it_turns() {
        assertThat(TimeMarks.marks(FIRST, FIRST.plusDays(170)))
                .extracting(Mark::label)
                .containsExactly("Dec 2023", "Jan 2024", "Feb", "Mar", "Apr", "May");
    }

    @Property
    void any_span_has_a_handful_of_marks_within_it(@ForAll @IntRange(max = 20_000) int days) {
        var last = FIRST.plusDays(days);

        assertThat(TimeMarks.marks(FIRST, last))
                .hasSizeBetween(1, 8)
                .allMatch(it -> !it.day().isBefore(FIRST) && !it.day().isAfter(last));
    }
}

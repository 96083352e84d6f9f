package dev.storetwin.core.forecast.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.TimeSeries;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventColumnsTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 12, 15);
    private static final List<CalendarEvent> CHRISTMAS = List.of(
            new CalendarEvent(LocalDate.of(2025, 12, 25), "Christmas"),
            new CalendarEvent(LocalDate.of(2025, 12, 26), "Christmas"));

    @Test
    void count_the_days_of_an_event_in_each_week() {
        var series = TimeSeries.of("mug", 1, 2).withCalendar(PeriodCalendar.weekly(MONDAY));

        var regressors = EventColumns.of(CHRISTMAS).onto(series, 1).regressors();

        assertThat(regressors.column("Christmas", 3)).containsExactly(0, 2, 0);
    }

    @Test
    void have_columns_for_the_days_before_and_after() {
        var series = TimeSeries.of("mug", 1, 2).withCalendar(PeriodCalendar.daily(LocalDate.of(2025, 12, 24)));

        var regressors =
                new EventColumns(CHRISTMAS.subList(0, 1), 1, 1).onto(series, 1).regressors();

        assertThat(regressors.names()).containsExactly("Christmas", "Christmas+1", "Christmas-1");
        assertThat(regressors.column("Christmas-1", 3)).containsExactly(1, 0, 0);
        assertThat(regressors.column("Christmas+1", 3)).containsExactly(0, 0, 1);
    }

    @Test
    void leave_a_series_alone_that_has_no_dates_or_no_event_in_its_time() {
        var undated = TimeSeries.of("mug", 1, 2);
        var summer = undated.withCalendar(PeriodCalendar.monthly(LocalDate.of(2025, 5, 1)));

        assertThat(EventColumns.of(CHRISTMAS).onto(undated, 1)).isEqualTo(undated);
        assertThat(EventColumns.of(CHRISTMAS).onto(summer, 1)).isEqualTo(summer);
    }

    @Test
    void know_when_easter_and_black_friday_are() {
        assertThat(HolidayCalendar.easter(2000)).isEqualTo("2000-04-23");
        assertThat(HolidayCalendar.easter(2024)).isEqualTo("2024-03-31");
        assertThat(HolidayCalendar.easter(2025)).isEqualTo("2025-04-20");
        assertThat(HolidayCalendar.easter(2038)).isEqualTo("2038-04-25");
        assertThat(HolidayCalendar.blackFriday(2024)).isEqualTo("2024-11-29");
        assertThat(HolidayCalendar.blackFriday(2025)).isEqualTo("2025-11-28");
        assertThat(HolidayCalendar.western(2024, 2025)).hasSize(8);
    }
}

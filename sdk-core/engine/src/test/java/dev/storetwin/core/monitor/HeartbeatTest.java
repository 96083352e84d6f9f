package dev.storetwin.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.monitor.HeartbeatRules;
import dev.storetwin.monitor.Pulse;
import dev.storetwin.type.Source;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A shop that sends an event a minute from eight to eight, and nothing on Sundays. */
class HeartbeatTest {

    private static final Source SHOP = Source.of("shop");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    private static Heartbeat heartbeat(HeartbeatRules rules) {
        return new Heartbeat(SHOP, rules, BERLIN);
    }

    private static Heartbeat after(HeartbeatRules rules, LocalDateTime until) {
        var heartbeat = heartbeat(rules);
        hear(heartbeat, MONDAY.atStartOfDay(), until);
        return heartbeat;
    }

    private static void hear(Heartbeat heartbeat, LocalDateTime from, LocalDateTime until) {
        for (var at = from; at.isBefore(until); at = at.plusMinutes(1)) {
            if (at.getHour() >= 8 && at.getHour() < 20 && at.getDayOfWeek() != DayOfWeek.SUNDAY) {
                heartbeat.hear(second(at), second(at));
            }
        }
    }

    private static long second(LocalDateTime at) {
        return at.atZone(BERLIN).toEpochSecond();
    }

    private static Pulse pulse(Heartbeat heartbeat, LocalDateTime now) {
        return heartbeat.at(now.atZone(BERLIN).toInstant()).pulse();
    }

    private static LocalDateTime day(int number, int hour, int minute) {
        return MONDAY.plusDays(number).atTime(hour, minute);
    }

    @Test
    void silence_at_a_busy_hour_is_news() {
        var heartbeat = after(HeartbeatRules.DEFAULT, day(28, 10, 0));

        assertThat(pulse(heartbeat, day(28, 10, 15))).isEqualTo(Pulse.STEADY);
        var health = heartbeat.at(day(28, 10, 25).atZone(BERLIN).toInstant());
        assertThat(health.pulse()).isEqualTo(Pulse.SILENT);
        assertThat(health.usual()).isEqualTo(25);
        assertThat(health.words()).isEqualTo("silent: no events for 26 minutes, where 25 are usual at this hour");
    }

    @Test
    void silence_at_night_and_on_sundays_is_none() {
        var heartbeat = after(HeartbeatRules.DEFAULT, day(26, 20, 0));

        assertThat(pulse(heartbeat, day(26, 23, 59))).isEqualTo(Pulse.STEADY);
        assertThat(pulse(heartbeat, day(27, 12, 0))).isEqualTo(Pulse.STEADY);
        assertThat(pulse(heartbeat, day(28, 8, 0))).isEqualTo(Pulse.STEADY);
        assertThat(pulse(heartbeat, day(28, 8, 30))).isEqualTo(Pulse.SILENT);
    }

    @Test
    void what_is_not_learned_yet_is_no_alarm() {
        var heartbeat = after(HeartbeatRules.DEFAULT, day(10, 10, 0));

        assertThat(pulse(heartbeat, day(10, 12, 0))).isEqualTo(Pulse.LEARNING);
    }

    @Test
    void a_week_in_which_all_was_broken_is_not_learned() {
        var heartbeat = heartbeat(HeartbeatRules.DEFAULT);
        hear(heartbeat, MONDAY.atStartOfDay(), day(28, 0, 0));
        hear(heartbeat, day(35, 0, 0), day(42, 10, 0));

        assertThat(pulse(heartbeat, day(42, 10, 25))).isEqualTo(Pulse.SILENT);
    }

    @Test
    void a_clock_that_was_ahead_hides_no_silence_once_it_is_right() {
        var heartbeat = after(HeartbeatRules.DEFAULT, day(28, 10, 0));
        hear(heartbeat, day(400, 10, 0), day(400, 10, 5));
        hear(heartbeat, day(28, 10, 5), day(28, 11, 0));

        assertThat(pulse(heartbeat, day(28, 11, 10))).isEqualTo(Pulse.STEADY);
        assertThat(pulse(heartbeat, day(28, 11, 30))).isEqualTo(Pulse.SILENT);
    }

    @Test
    void a_source_that_fell_silent_while_the_clock_was_ahead_is_missed_from_the_first_look_after_that() {
        var heartbeat = after(HeartbeatRules.DEFAULT, day(28, 10, 0));
        hear(heartbeat, day(400, 10, 0), day(400, 10, 5));

        assertThat(pulse(heartbeat, day(28, 10, 10))).isEqualTo(Pulse.STEADY);
        assertThat(pulse(heartbeat, day(28, 10, 40))).isEqualTo(Pulse.SILENT);
    }

    @Test
    void weeks_that_were_heard_while_the_clock_was_ahead_are_learned_when_they_come() {
        var heartbeat = after(HeartbeatRules.DEFAULT, day(14, 0, 0));
        hear(heartbeat, day(77, 0, 0), day(91, 0, 0));
        hear(heartbeat, day(14, 0, 0), day(35, 10, 0));

        assertThat(pulse(heartbeat, day(35, 10, 25))).isEqualTo(Pulse.SILENT);
    }

    @Test
    void a_burst_is_no_pace() {
        var heartbeat = heartbeat(HeartbeatRules.DEFAULT);
        for (int hour = 0; hour < 28 * 24 + 12; hour += 3) {
            for (int i = 0; i < 500; i++) {
                long second = second(MONDAY.atStartOfDay().plusHours(hour)) + i % 60;
                heartbeat.hear(second, second);
            }
        }

        assertThat(pulse(heartbeat, day(28, 20, 0))).isEqualTo(Pulse.STEADY);
    }

    @Test
    void a_limit_of_the_host_s_own_needs_no_learning() {
        var rules = HeartbeatRules.DEFAULT.withLongestSilence(Map.of(SHOP, Duration.ofHours(1)));
        var heartbeat = after(rules, day(0, 10, 0));

        assertThat(pulse(heartbeat, day(0, 10, 58))).isEqualTo(Pulse.LEARNING);
        assertThat(pulse(heartbeat, day(0, 11, 0))).isEqualTo(Pulse.SILENT);
    }

    @Test
    void silence_on_a_holiday_is_none_and_counts_from_its_end() {
        var holiday = MONDAY.plusDays(29);
        var heartbeat = after(HeartbeatRules.DEFAULT.withClosedDays(Set.of(holiday)), day(28, 20, 0));

        assertThat(pulse(heartbeat, day(29, 15, 0))).isEqualTo(Pulse.STEADY);
        assertThat(pulse(heartbeat, day(30, 8, 10))).isEqualTo(Pulse.STEADY);
        assertThat(pulse(heartbeat, day(30, 8, 30))).isEqualTo(Pulse.SILENT);
    }

    @Test
    void opening_hours_stay_where_they_are_when_clocks_change() {
        var firstOfSummer = LocalDate.of(2026, 3, 30);
        var heartbeat = after(HeartbeatRules.DEFAULT, firstOfSummer.minusDays(2).atTime(20, 0));

        assertThat(pulse(heartbeat, firstOfSummer.atTime(8, 5))).isEqualTo(Pulse.STEADY);
        assertThat(pulse(heartbeat, firstOfSummer.atTime(8, 30))).isEqualTo(Pulse.SILENT);
    }

    @Test
    void silence_of_weeks_is_still_news() {
        var heartbeat = after(HeartbeatRules.DEFAULT, day(56, 10, 0));

        assertThat(pulse(heartbeat, day(77, 10, 0))).isEqualTo(Pulse.SILENT);
    }

    @Test
    void silence_beyond_all_that_is_remembered_is_news_too() {
        var heartbeat = after(HeartbeatRules.DEFAULT, day(28, 10, 0));

        var health = heartbeat.at(day(28 + 200, 3, 0).atZone(BERLIN).toInstant());

        assertThat(health.pulse()).isEqualTo(Pulse.SILENT);
        assertThat(health.words()).isEqualTo("silent: no events for 199 days");
    }

    @Test
    void what_was_learned_is_known_after_a_restart() {
        var before = after(HeartbeatRules.DEFAULT, day(28, 10, 0));
        var written = new ByteWriter();
        before.writeTo(written);
        var again = heartbeat(HeartbeatRules.DEFAULT);

        again.read(new ByteReader(written.toByteArray()));

        for (int minute = 0; minute < 14 * 24 * 60; minute += 17) {
            var now = day(28, 10, 0).plusMinutes(minute).atZone(BERLIN).toInstant();
            assertThat(again.at(now)).isEqualTo(before.at(now));
        }
    }
}

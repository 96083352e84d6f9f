package dev.storetwin.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Same events, same seed, same answers: so time comes from a given clock and chance from a key. */
class ClockAndChanceTest {

    private static final ArchRule NO_WALL_CLOCK = classes()
            .that(new Predicate("are not where the host's clock enters", javaClass -> !isEntrance(javaClass)))
            .should(new Condition(
                    "read no wall clock", javaClass -> calls(javaClass, ClockAndChanceTest::isWallClock)));

    private static final ArchRule NO_STOPWATCH = classes()
            .that(new Predicate("measure nothing", javaClass -> !isEntrance(javaClass) && !measures(javaClass)))
            .should(new Condition("read no stopwatch", javaClass -> calls(javaClass, ClockAndChanceTest::isStopwatch)));

    private static final ArchRule NO_CPU_CLOCK = classes()
            .that(new Predicate(
                    "are neither the one CPU clock nor the command line", javaClass -> !isCpuClock(javaClass)))
            .should(new Condition("read no CPU clock", javaClass -> calls(javaClass, ClockAndChanceTest::isCpuTime)));

    private static final ArchRule NO_UNKEYED_CHANCE = classes()
            .that(new Predicate(
                    "are neither where the host's seed enters nor key material",
                    javaClass -> !isEntrance(javaClass) && !isKeyMaterial(javaClass)))
            .should(new Condition("draw with a key", javaClass -> calls(javaClass, ClockAndChanceTest::isUnkeyed)));

    private static final Set<String> MOMENTS = Set.of(
            "Instant",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "MonthDay",
            "OffsetDateTime",
            "OffsetTime",
            "Year",
            "YearMonth",
            "ZonedDateTime");

    @Test
    void nobody_reads_the_wall_clock() {
        NO_WALL_CLOCK.check(HouseClasses.all());
    }

    @Test
    void only_the_journal_and_watchdogs_read_a_stopwatch() {
        NO_STOPWATCH.check(HouseClasses.all());
    }

    @Test
    void one_class_of_the_engine_reads_the_cpu_time_of_threads_and_the_others_are_given_it() {
        NO_CPU_CLOCK.check(HouseClasses.all());
    }

    @Test
    void nobody_draws_without_a_key() {
        NO_UNKEYED_CHANCE.check(HouseClasses.all());
    }

    @Test
    void each_way_to_read_the_wall_clock_is_found() {
        assertThat(findings(NO_WALL_CLOCK))
                .filteredOn(finding -> finding.contains("ReadsTheWallClock"))
                .hasSize(6)
                .anyMatch(finding -> finding.contains("java.time.Instant.now()"))
                .anyMatch(finding -> finding.contains("instantByReference"))
                .anyMatch(finding -> finding.contains("LocalDate.now(java.time.ZoneId)"))
                .anyMatch(finding -> finding.contains("System.currentTimeMillis()"))
                .anyMatch(finding -> finding.contains("Clock.systemUTC()"))
                .anyMatch(finding -> finding.contains("java.util.Date.<init>()"));
    }

    @Test
    void a_stopwatch_is_found_unless_a_watchdog_holds_it() {
        assertThat(findings(NO_STOPWATCH))
                .anyMatch(finding -> finding.contains("ReadsTheWallClock"))
                .noneMatch(finding -> finding.contains("MiningWatchdog"));
    }

    @Test
    void a_watchdog_may_not_read_the_wall_clock() {
        assertThat(findings(NO_WALL_CLOCK)).anyMatch(finding -> finding.contains("MiningWatchdog"));
    }

    @Test
    void each_way_to_read_cpu_time_is_found() {
        assertThat(findings(NO_CPU_CLOCK)).hasSize(3).allMatch(finding -> finding.contains("CountsCpuTime"));
    }

    @Test
    void each_way_to_draw_without_a_key_is_found() {
        assertThat(findings(NO_UNKEYED_CHANCE)).hasSize(7).allMatch(finding -> finding.contains("DrawsWithoutAKey"));
    }

    @Test
    void a_given_clock_and_a_keyed_draw_are_right() {
        assertThat(Stream.of(NO_WALL_CLOCK, NO_STOPWATCH, NO_CPU_CLOCK, NO_UNKEYED_CHANCE)
                        .flatMap(rule -> findings(rule).stream()))
                .noneMatch(finding -> finding.contains("ReadsAGivenClock"));
    }

    private static List<String> findings(ArchRule rule) {
        return rule.evaluate(HouseClasses.fixture("time")).getFailureReport().getDetails();
    }

    /** The builder takes the host's clock and seed, and the command line's main is a host. */
    private static boolean isEntrance(JavaClass javaClass) {
        return javaClass.getFullName().matches("dev\\.storetwin\\.core\\.StoreTwin[\\w$]*Builder")
                || javaClass.getFullName().equals("dev.storetwin.cli.Main")
                || javaClass
                        .getEnclosingClass()
                        .filter(ClockAndChanceTest::isEntrance)
                        .isPresent();
    }

    /** The command line reports what a run has cost. */
    private static boolean isCpuClock(JavaClass javaClass) {
        return javaClass.getFullName().equals("dev.storetwin.core.monitor.ThreadCpu")
                || javaClass.getPackageName().equals("dev.storetwin.cli");
    }

    /** A key that can be worked out again is none: the one class that may be truly random. */
    private static boolean isKeyMaterial(JavaClass javaClass) {
        return javaClass.getFullName().equals("dev.storetwin.core.crypto.KeyMaterial");
    }

    private static boolean measures(JavaClass javaClass) {
        return javaClass.getPackageName().equals("dev.storetwin.core.journal")
                || outermost(javaClass).getSimpleName().endsWith("Watchdog");
    }

    private static JavaClass outermost(JavaClass javaClass) {
        return javaClass.getEnclosingClass().map(ClockAndChanceTest::outermost).orElse(javaClass);
    }

    private static Stream<String> calls(
            JavaClass javaClass, java.util.function.Predicate<CodeUnitAccessTarget> forbidden) {
        return javaClass.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> forbidden.test(access.getTarget()))
                .map(JavaAccess::getDescription);
    }

    private static boolean isWallClock(CodeUnitAccessTarget target) {
        var owner = target.getOwner();
        var isNow = owner.getPackageName().equals("java.time")
                && MOMENTS.contains(owner.getSimpleName())
                && target.getName().equals("now")
                && !takes(target, Clock.class);
        var isSystemClock = owner.isEquivalentTo(Clock.class)
                && (target.getName().startsWith("system") || target.getName().matches("tick(Millis|Seconds|Minutes)"));
        return isNow
                || isSystemClock
                || is(target, "java.time.InstantSource", "system")
                || is(target, "java.lang.System", "currentTimeMillis")
                || is(target, "java.util.Calendar", "getInstance")
                || isNewWithoutArguments(target, "java.util.Date")
                || isNewWithoutArguments(target, "java.util.GregorianCalendar");
    }

    private static boolean isStopwatch(CodeUnitAccessTarget target) {
        return is(target, "java.lang.System", "nanoTime");
    }

    private static boolean isCpuTime(CodeUnitAccessTarget target) {
        return target.getOwner().getFullName().endsWith(".ThreadMXBean")
                && target.getName().matches("get(Current)?Thread(Cpu|User)Time");
    }

    private static boolean isUnkeyed(CodeUnitAccessTarget target) {
        return is(target, "java.lang.Math", "random")
                || is(target, "java.lang.StrictMath", "random")
                || target.getOwner().isEquivalentTo(ThreadLocalRandom.class)
                || target.getOwner().getFullName().equals("java.security.SecureRandom")
                || is(target, UUID.class.getName(), "randomUUID")
                || is(target, RandomGenerator.class.getName(), "of")
                || is(target, RandomGenerator.class.getName(), "getDefault")
                || isNewWithoutArguments(target, "java.util.Random")
                || isNewWithoutArguments(target, "java.util.SplittableRandom")
                || is(target, Collections.class.getName(), "shuffle")
                        && target.getRawParameterTypes().size() == 1;
    }

    private static boolean is(CodeUnitAccessTarget target, String owner, String name) {
        return target.getOwner().getFullName().equals(owner) && target.getName().equals(name);
    }

    private static boolean isNewWithoutArguments(CodeUnitAccessTarget target, String owner) {
        return is(target, owner, "<init>") && target.getRawParameterTypes().isEmpty();
    }

    private static boolean takes(CodeUnitAccessTarget target, Class<?> type) {
        return target.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }
}

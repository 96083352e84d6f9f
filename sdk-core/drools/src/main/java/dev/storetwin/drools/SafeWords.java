package dev.storetwin.drools;

/** Hints that several checks give. */
final class SafeWords {

    static final String PACKAGES =
            "Rules use the types of the twin, java.time, java.math, collections of java.util, and packages that the host lists.";
    static final String ATTRIBUTES =
            "Rules may have salience (a number), no-loop, enabled, and dialect \"java\"; who speaks first does not matter.";
    static final String STATICS =
            "Static methods and 'new' only make plain values: money, quantities, times, numbers, facts, actions.";
    static final String PATTERN =
            "A pattern to match stands in quotes here, with few repetitions and without a repeated group: it could take for ever.";
    static final String DIGITS = "The number of digits stands here, at most 99.";
    static final String NUMBER =
            "A new number stands here digit by digit, such as new BigDecimal(\"1.5\"). Maybe BigDecimal.valueOf(...).";
    static final String GROWTH = "This may become too large: it is put together with itself again and again.";
    static final String CALLS =
            "Values are read, compared and calculated with; nothing is changed, repeated or looked up.";
    static final String ONLY_GUARD =
            "A consequence is made of guard.block, guard.review and guard.adjust, and of values.";

    private SafeWords() {}
}

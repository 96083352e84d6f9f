package dev.storetwin.testing.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Something that was done and not forced yet: a loss of power may drop it, keep it, or keep it and not what came before. */
interface Change {

    /** Which of these changes survive a loss of power: none, all, the first few, or any of them. */
    static <C extends Change> List<C> survivors(List<C> changes, RandomGenerator chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> changes;
            case 2 -> changes.subList(0, chance.nextInt(changes.size() + 1));
            default -> some(changes, chance);
        };
    }

    private static <C extends Change> List<C> some(List<C> changes, RandomGenerator chance) {
        var some = new ArrayList<C>();
        for (C change : changes) {
            if (chance.nextInt(2) == 0) {
                some.add(change);
            }
        }
        return some;
    }
}

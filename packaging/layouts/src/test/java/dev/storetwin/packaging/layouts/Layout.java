package dev.storetwin.packaging.layouts;

import java.util.List;

/** A way to pack an application, and how it is started then. */
enum Layout {
    CLASS_PATH("-cp", Built.path(Built.all()), Built.MAIN),
    MODULE_PATH("-p", Built.path(Built.all()), "-m", Built.MODULE),
    SHADED("-jar", Built.jar("shaded").toString()),
    BOOT_3("-jar", Built.jar("boot3").toString()),
    BOOT_4("-jar", Built.jar("boot4").toString()),
    /** What has a module descriptor is a module, everything else is not. */
    NAMED_MODULES_AND_CLASS_PATH(
            "-p", Built.path(Built.modules()), "-cp", Built.path(Built.rest()), "-m", Built.MODULE);

    private final List<String> start;

    Layout(String... start) {
        this.start = List.of(start);
    }

    /** What follows {@code java} and its options. */
    List<String> start() {
        return start;
    }
}

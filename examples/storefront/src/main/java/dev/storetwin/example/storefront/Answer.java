package dev.storetwin.example.storefront;

import java.util.List;

/**
 * What the shop says.
 *
 * @param status of HTTP
 * @param title  of the page
 * @param body   plain text, or HTML
 * @param isHtml which of the two
 * @param acts   what can be done next, for browsers
 */
record Answer(int status, String title, String body, boolean isHtml, List<Act> acts) {

    Answer {
        acts = List.copyOf(acts);
    }

    static Answer page(String title, String html) {
        return new Answer(200, title, html, true, List.of());
    }

    static Answer text(int status, String title, String words) {
        return new Answer(status, title, words.stripTrailing() + "\n", false, List.of());
    }

    Answer with(List<Act> next) {
        return new Answer(status, title, body, isHtml, next);
    }
}

/** The report: reads decisions and what they rest on, hands on one self-contained HTML page. */
@NullMarked
package dev.storetwin.cli.report;

import org.jspecify.annotations.NullMarked;

package dev.storetwin.cli.report;

/**
 * What one colour or sign of a chart means.
 *
 * @param style class of the style sheet
 * @param sign  a character that stands for it; empty for a patch of colour
 */
public record LegendKey(String style, String sign, String words) {}

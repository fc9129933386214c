package org.covigie.bot.messaging;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one message costs on a channel, as the operator has set it.
 *
 * @param sent     for each message the bot sends
 * @param received for each message it receives
 * @param currency three letters, ISO 4217
 * @param asOf     since when
 * @param source   where the figure comes from
 */
public record Price(BigDecimal sent, BigDecimal received, String currency, LocalDate asOf, String source) {}

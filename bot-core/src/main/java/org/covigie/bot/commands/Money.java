package org.covigie.bot.commands;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount, written as readers of each language write it.
 *
 * @param currency three letters, ISO 4217
 */
public record Money(BigDecimal amount, String currency) {
    /** A message costs less than a cent. */
    private static final int MOST_DIGITS = 4;

    String in(Locale language) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(Currency.getInstance(currency));
        format.setMaximumFractionDigits(Math.max(MOST_DIGITS, format.getMinimumFractionDigits()));
        return format.format(amount);
    }
}

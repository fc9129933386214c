package org.covigie.bot.whatsapp;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import org.covigie.bot.messaging.Price;
import org.covigie.bot.settings.WrongSetting;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a message costs. The figures given are put together of Twilio's fee of 0.005 USD for each message sent or received
 * (twilio.com/en-us/whatsapp/pricing), taken as 0.0045 EUR at 1 USD = 0.90 EUR, and Meta's rate for a utility message to
 * France, 0.0248 EUR, which since 2026-10-01 holds for each free text too
 * (developers.facebook.com/documentation/business-messaging/whatsapp/pricing/non-template-messages).
 *
 * @param sent     for each message sent, with a point
 * @param received for each message received
 * @param currency three letters, ISO 4217
 * @param asOf     since when, {@code yyyy-mm-dd}
 * @param source   where the figures come from, shown to people; at most 200 characters
 */
record PriceSettings(@DefaultValue("0.0293") String sent, @DefaultValue("0.0045") String received,
        @DefaultValue("EUR") String currency, @DefaultValue("2026-10-01") String asOf,
        @DefaultValue("Twilio + Meta, France") String source) {
    PriceSettings {
        amount("COVIGIE_WHATSAPP_PRICE_SENT", sent);
        amount("COVIGIE_WHATSAPP_PRICE_RECEIVED", received);
        try {
            Currency.getInstance(currency.strip());
        } catch (IllegalArgumentException e) {
            throw new WrongSetting("COVIGIE_WHATSAPP_PRICE_CURRENCY",
                    "COVIGIE_WHATSAPP_PRICE_CURRENCY must be a currency such as EUR.");
        }
        try {
            LocalDate.parse(asOf.strip());
        } catch (DateTimeException e) {
            throw new WrongSetting("COVIGIE_WHATSAPP_PRICE_AS_OF",
                    "COVIGIE_WHATSAPP_PRICE_AS_OF must be a day such as 2026-10-01.");
        }
        if (source.length() > 200) {
            throw new WrongSetting("COVIGIE_WHATSAPP_PRICE_SOURCE",
                    "COVIGIE_WHATSAPP_PRICE_SOURCE may have 200 characters at most.");
        }
    }

    Price price() {
        return new Price(amount("COVIGIE_WHATSAPP_PRICE_SENT", sent),
                amount("COVIGIE_WHATSAPP_PRICE_RECEIVED", received), currency.strip(), LocalDate.parse(asOf.strip()),
                source.strip());
    }

    private static BigDecimal amount(String variable, String value) {
        String plain = value.strip();
        if (!plain.matches("\\d{1,6}(\\.\\d{1,8})?")) {
            throw new WrongSetting(variable, variable + " must be an amount such as 0.0293.");
        }
        return new BigDecimal(plain);
    }
}

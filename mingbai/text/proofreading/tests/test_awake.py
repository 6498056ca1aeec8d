"""A text that holds nothing for a rule costs it nothing: a rule says what wakes it, or stands here with the reason.

docs/rules.md says how a rule gets cheap. A new rule that is not on the list needs `sought` with `meeting`, `anchored`,
`searching` or `given`; a rule that has become cheap leaves the list.
"""

from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.standing import every_word
from mingbai.text.proofreading.tests.reading import passage

AWAKE = {
    "looks at how the document's lines begin and end, which every document has": (
        "arithmetic.announced_list arithmetic.column arithmetic.list_of_money copy.said_again copy.within_document copy.line_twice copy.made_of_pieces"
        " encoding.lines_lost_systematic encoding.shifted numbering.bare_digit numbering.two_marks numbering.unmarked"
        " punctuation.bare_number punctuation.comma_before_number punctuation.glued_heading punctuation.items_need_colon"
        " punctuation.joined_items punctuation.loose_number punctuation.mark_first punctuation.missing_run"
        " punctuation.mixed_items punctuation.mixed_parts punctuation.no_colon punctuation.no_end punctuation.no_stop"
        " punctuation.colon_ends_item punctuation.heading_pause punctuation.item_unstopped punctuation.last_unstopped punctuation.end_semicolon punctuation.english_stop punctuation.paragraph_open truncated.empty_heading truncated.begins_in_middle truncated.end"
        " truncated.bare_number truncated.open_words truncated.cut_figure truncated.last_heading truncated.nothing_announced"
        " truncated.no_annex truncated.left_open truncated.second_part_first"
        " truncated.nothing_after_colon truncated.paragraph truncated.paragraph_cut truncated.deed_without_object truncated.start typo.mark_lost typo.hardly_last typo.missing_colon"
        " typo.run_on punctuation.ends_in_pause punctuation.no_stop_before_number punctuation.stop_behind_title"
        " web.broken_line web.line_at_edge web.page_line"
    ),
    "looks at what is known of the document: title, unit, dates, signature": (
        "date.deadline_over date.event_not_yet date.heading_for_past_year date.number_of_other_year"
        " date.published_before_signed date.signed_in_other_year date.signed_within_year encoding.heading_digits encoding.title_lost_its_line"
        " topic.heading_mismatch topic.off_topic_document topic.sentence_of_other_trade unit.committee unit.county_changed unit.own_name_changed"
        " unit.rival_word unit.signed_by_namesake unit.signed_by_other unit.signed_one_off web.own_title_inside"
    ),
    "looks for the wrong forms of a list, found in one pass for all lists": (
        "outdated.ministry outdated.not_yet_said outdated.wording sensitive.country_name sensitive.listed typo.lost_character"
        " topic.deed_of_other_trade topic.sentence_of_other_body typo.converted_text typo.missing_last typo.phrase_broken typo.rewritten_text"
    ),
    "weighs words that meet, one reading for all that do": (
        "typo.broken_word typo.function_character typo.letter_lost typo.letter_replaced typo.letter_surplus typo.letter_turned typo.misfit_character typo.misfit_double typo.misfit_lost typo.misfit_order typo.misfit_sound typo.misfit_word"
        " typo.near_word typo.words_overlaid"
    ),
    "looks for marks and characters that stand in nearly every text": (
        "arithmetic.named_before contradiction.told_again date.impossible_in_chinese date.spoken_year encoding.torn_quotes"
        " punctuation.brackets_of_two_widths punctuation.comma_among_pauses punctuation.dashes_differ"
        " punctuation.doubled punctuation.half_sentence punctuation.halfwidth punctuation.halfwidth_systematic punctuation.numbering_sign"
        " punctuation.space_before_mark punctuation.straight_quote punctuation.stray_space punctuation.unmatched"
    ),
    "weighs at every mark which one belongs there, one reading for all that do": (
        "punctuation.unlike_comma punctuation.unlike_pause punctuation.unlike_semicolon punctuation.unlike_stop punctuation.unparted_pair"
    ),
    "is asked only of a text that has shown many faults": "typo.reads_badly",
    "looks for any words that are said twice": "typo.double_clause typo.double_phrase typo.double_word",
}
# So many of the rules that say what wakes them may be woken by a short text of ordinary words.
_WOKEN = 0.25
ORDINARY = "县档案馆周六上午开放，读者凭证件入馆，咨询请到前台。"


def test_a_rule_says_what_wakes_it_or_why_nothing_does() -> None:
    awake = {rule.name for rule in all_rules() if not rule.waits_for and not rule.given}
    named = [name for names in AWAKE.values() for name in names.split()]
    assert sorted(awake - set(named)) == [], "say what wakes them: see docs/rules.md, What wakes a rule"
    assert sorted(set(named) - awake) == [], "they sleep now: take them off the list"
    assert len(named) == len(set(named))


def test_a_short_text_of_ordinary_words_wakes_few_rules() -> None:
    waiting = [rule for rule in all_rules() if rule.waits_for]
    woken = passage(ORDINARY).once(every_word).groups()
    assert len(woken) < len(waiting) * _WOKEN

// Tasks that stand in one line each: the text, and behind signs who, by when, how it stands.
#include "workgroups/minutes_reading/task_reading.hpp"

#include "platform/reading/decoding.hpp"

#include <algorithm>

namespace workgroups {

using namespace reading;

namespace {

class FieldTasks : TaskReading {
public:
    using TaskReading::TaskReading;

    void read() {
        auto wide = usual_width(source_.lines);
        for (std::size_t at = 0; at < source_.lines.size(); ++at) {
            auto& line = source_.lines[at];
            if (line.empty() || line.kind == LineKind::row || line.kind == LineKind::heading || own_.contains(at) ||
                source_.used_lines.contains(at))
                continue;
            auto last = at;
            auto text = line.text;
            while (last + 1 < source_.lines.size() && !begins_task(source_.lines[last + 1].text) &&
                   !own_.contains(last + 1) && !(has_fields(text) && has_fields(source_.lines[last + 1].text)) &&
                   goes_on(source_.lines[last], source_.lines[last + 1], wide))
                text += ' ' + source_.lines[++last].text;
            one(line, at, last, text);
            at = last;
        }
    }

private:
    static const Pattern& task_sign() {
        static const Pattern sign{
            "^[^a-z0-9(]{0,3}(?:>>|->|=>|[>~]+|(?:ukol|novy ukol|to ?do|akce)\\s*(?:c\\.\\s*)?[\\d./]*\\s*(?:->|=>|[>~:-])+|[tu]\\d{1,3}\\s*(?=\\[)|"
            "(?:to ?do|ap|ai)[:>-]*\\s+(?=[a-z])|(?:(?:novy )?ukol\\s*(?:c\\.|cislo)?\\s*\\d[\\d/.-]*|u\\.?\\s?\\d{1,3}/\\d{1,4})[.):]?\\s+(?=[a-z])(?!(?:ne)?(?:trva|spln|hotov|vyriz|byl|je |se |ze? |prechaz|prodlu|minul)))\\s*"};
        return sign;
    }

    // „co / kdo / dokdy“ below another such line.
    static bool has_fields(const std::string& text) {
        for (auto sign : {" / ", " | "})
            if (auto at = text.find(sign); at != text.npos && text.find(sign, at + 3) != text.npos) return true;
        return false;
    }

    // „>> …“, „8/2023 …“
    static bool begins_task(const std::string& text) {
        static const Pattern number{"^(?:c\\.\\s*)?\\d{1,3}/\\d[\\d/a-z]*\\s"};
        auto low = plain_small(text);
        return task_sign().stands_in(low) || number.stands_in(low);
    }

    // „Mgr. Jana Nová, zapsáno 18. 4. 2023“
    static bool is_signature(const std::string& low) {
        static const Pattern written{
            "\\b(?:zapsan[ao]|zapsala?|sepsan[ao]|sepsala?|poridil[ao]?|porizeno|overil[ao]?|schvalil[ao]?|vyhotovil[ao]?|vyhotoveno|vytvoril[ao]?|upraven[ao]|naposledy upravil[ao]?|rozeslano|vytisteno|pristupu|podepsal[aiy]?|opravil[aiy]?|za spravnost|vyvesil[ao]?|prepsal[ao]?)\\b"};
        return low.size() < 90 && written.stands_in(low);
    }

    void one(const Line& line, std::size_t first, std::size_t last, std::string text) {
        static const Pattern of_task_before{
            "^\\W*(?:(?:tento |stary )?ukol )?(?:trva|nesplnen|prechazi|prodluz|splnen)"};
        static const Pattern later{"[.;]\\s+(?=[tu]\\d{1,3}\\s*\\[)"};    // „Burza bude 19. září. T6 [Nová] sepíše …“
        if (auto found = later.in(plain_small(text))) text = Letters{text}.cut(found->to());
        if (text.size() > 320 || of_task_before.stands_in(plain_small(text))) return;
        Letters letters{text};
        auto sign = task_sign().in(letters.low);
        bool sure = sign || line.marker == "→" || line.marker == "☐";
        if (sign) text = letters.cut(sign->to());
        if (line.marker == "☑" || is_signature(letters.low)) return;
        bool prose = !sure && !begins_task(text) && sentence_bounds(letters).size() > 2;
        if (prose) return;
        auto fields = fields_of(text);
        if (fields.over && (sure || !fields.who.empty())) return take(first, last);
        bool whole = fields.person_and_day() || (sure && (!fields.who.empty() || fields.due.said));
        if (!whole || only_letters(fields.text).size() < 3) return;
        if (!sure && (first < source_.head_end || !labels_in(text).empty())) return;
        TaskFound task{.text = fields.text, .due = day_of_deadline(fields.due)};
        if (fields.who.empty()) inline_person(task);
        else set_responsible(task, fields.who);
        add(std::move(task), first, last);
    }

    void take(std::size_t first, std::size_t last) {
        for (auto line = first; line <= last; ++line) source_.used_lines.insert(line), own_.insert(line);
    }
};

}

void read_field_tasks(MinutesSource& source, MinutesFacts& facts, std::set<std::size_t>& own) {
    FieldTasks{source, facts, own}.read();
}

}

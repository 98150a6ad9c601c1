#include "workgroups/minutes_reading/task_subject.hpp"

#include "platform/reading/pattern.hpp"
#include "platform/reading/word_lists.hpp"
#include "workgroups/minutes_reading/task_reading.hpp"

#include <algorithm>
#include <set>

namespace workgroups {

using namespace reading;

std::optional<TaskVerb> task_verb(const Letters& letters) {
    static const Pattern word{"[a-z]+"};
    static const Pattern condition{
        "\\b(?:pokud|jestli(?:ze)?|kdyz|kdyby|az|jakmile|zda|aby|ktery|ktera|ktere)\\b[^,;]*$"};
    for (auto& found : word.all(letters.low))
        if (words_of("task_verbs").contains(found[0]) && !condition.stands_in(letters.low.substr(0, found.from())))
            return TaskVerb{found.from(), found.to()};
    return {};
}

std::optional<TaskVerb> verb_behind_person(const Letters& letters, const std::vector<PersonInText>& people) {
    // „Král ji do 30. června zkonzultuje“
    static const Pattern verb{
        "^,? (?:(?:si|se|to|pak|jeste|jej|ho|ji|jim|mu|nam|vam|take|tez|mezitim|i) ){0,2}"
        "(?:(?:nejpozdeji )?(?:do|k|ke) [^,;()]{2,28}? (?!cervence|prosince|zari\\b)(?:(?:to|ho|ji|je|jim|nam) )?|je |je jim )?"
        "([a-z]{2,}(?:i|e|ou|aji|eji|va))(?=[\\s,.;]|$)"};
    static const Pattern state{
        "^(?:ma|maji|je|jsou|neni|bude|budou|chodi|sedi|pracuje|pracuji|nastoupi|nastupuje|odchazi|odejde|cerpa|studuje|"
        "slouzi|trva|plati|konci|zustane|zustava|bydli|zije|dekuje|preje|mysli|vidi|chce|muze|musi|potrebuje|prijde|"
        "uvede|rika|tvrdi|uvadi|dostane|ziska|obdrzi|vede|prijima|nabizi|jezdi|vedouci|zastupujici|pri|pro|ze|kde|ve|"
        "nebo|proti|mezi|podle|krome|zde|dne|se|si|ale|tedy|take|uz|ani|aby|vse|dale|ne.*)$"};
    // „Přehled má na starosti Nová“
    static const Pattern in_charge{
        "\\b(?:(?:ma(?:ji)?|bude mit|si vzal[aiy]?) na starosti?|na starosti? ma(?:ji)?|zodpovida(?:ji)?(?: za (?:to|ukol))?|odpovida(?:ji)?|ujme se(?: toho)?|"
        "ujal[aiy]? se(?: toho)?|(?:da(?:ji)?|dal[aiy]?) dohromady|da(?:ji)? vedet|(?:vezme|vezmou|bere|berou) (?:si )?na (?:sebe|starost)|"
        "(?:ma(?:ji)?|bude mit) na povel|postara(?:ji)? se o [^,;]{3,40}|"
        "(?:byl[aiy]?|je|jsou|se) (?:timto )?(?:povere?n[aiy]?|poveruj[ei])|povere?n[aiy]? (?:je|jsou|byl[aiy]?)) (?:pan[i]? |p\\. |mgr\\. |bc\\. |ing\\. )?$"};
    // „Nová má do 15. 3. zjistit …“, „Malý byl pověřen …“, „Král si vzal na starost …“
    static const Pattern charge{
        "^,? (?:(?:byl[aiy]?|je|jsou) povere?n[aiy]?|ma(?:ji)? za ukol|bude mit na starosti?|dostal[aiy]? za ukol|"
        "si vzal[aiy]? (?:za ukol|na starosti?)|vzal[aiy]? si (?:za ukol|na starosti?)|si bere na starosti?|"
        "(?:pri)?slibil[aiy]?|se zavazal[aiy]?|(?:ma(?:ji)?|mus[ie]ji|musi|(?:by )?mel[aiy]?(?: by)?|bud(?:e|ou)) (?:[^ ,;]+ ){0,5}?(?!moct|mit|byt|cerpat|chybet|zustat|trvat|platit)[a-z]{2,}t(?=[\\s,.]))"};
    for (auto& one : people) {
        if (one.printed != one.nominative) continue;
        if (auto has = in_charge.in(letters.low.substr(0, one.from))) return TaskVerb{has->from(), has->to()};
        auto behind = letters.low.substr(one.to, 90);
        if (auto charged = charge.in(behind)) return TaskVerb{one.to + 1, one.to + charged->to()};
        auto found = verb.in(behind);
        if (!found || state.stands_in((*found)[1]) || role_of_form((*found)[1])) continue;
        if (letters.capital(one.to + found->from(1))) continue;
        return TaskVerb{one.to + found->from(1), one.to + found->to(1)};
    }
    return {};
}

namespace {

const Pattern& verbal_prefix() {
    static const Pattern prefix{
        "^(?:do|nade?|ode?|obe?|o|pode?|po|pred|pre|pri|pro|roze?|vy|vze?|ze?|za|se?|u|na|ve?)(?=[a-z]{3})"};
    return prefix;
}

// The verbs of tasks without their prefixes: „rozdělá“ is of the same family as „dodělá“.
const std::set<std::string>& verb_stems() {
    static const std::set<std::string> stems = [] {
        std::set<std::string> all = {"dava", "dela", "kona", "jedna", "deli", "cte", "scita", "toci", "nese", "veze"};
        for (auto& verb : words_of("task_verbs"))
            if (auto prefix = verbal_prefix().in(verb); prefix && verb.size() >= prefix->to() + 4)
                all.insert(verb.substr(prefix->to()));
        return all;
    }();
    return stems;
}

// In the third person, also of several: „dodělá“, „sečtou“, „udělají“.
bool is_of_task(const std::string& word) {
    auto known = [](const std::string& verb) {
        auto prefix = verbal_prefix().in(verb);
        return words_of("task_verbs").contains(verb) || (prefix && verb_stems().contains(verb.substr(prefix->to())));
    };
    if (known(word)) return true;
    if (word.ends_with("ji") && known(word.substr(0, word.size() - 2))) return true;
    return word.ends_with("ou") && known(word.substr(0, word.size() - 2) + "e");
}

}

std::optional<TaskVerb> verb_before_person(const Letters& letters, const std::vector<PersonInText>& people) {
    static const Pattern word_before{
        "(?<![a-z])([a-z]{4,})\\s+(?:(?:spolecne|sam|sama|to|je|ji|jej|si|se|pak|jeste|tedy|take|taky|zase|opet|nam|jim|vsem|pro nas|spolecne|"
        "pan|pani|pi|p\\.|ing\\.|mgr\\.|bc\\.|mudr\\.|dr\\.|phdr\\.|judr\\.)\\s+)*$"};
    for (auto& one : people) {
        if (one.printed != one.nominative) continue;
        auto found = word_before.in(letters.low.substr(0, one.from));
        if (found && is_of_task((*found)[1])) return TaskVerb{found->from(1), found->to(1)};
    }
    return {};
}

std::optional<TaskVerb> lone_verb(const Letters& letters, const std::vector<PersonInText>& people) {
    static const Pattern word{"(?<![a-z])[a-z]{5,}(?![a-z])"};
    if (people.size() != 1 || people.front().printed != people.front().nominative) return {};
    for (auto& found : word.all(letters.low))
        if (found.from() > people.front().to && is_of_task(found[0])) return TaskVerb{found.from(), found.to()};
    return {};
}

std::optional<TaskVerb> verb_in_first_person(const Letters& letters) {
    static const Pattern word{"(?<![a-z])[a-z]{4,}"}, self{"(?<![a-z])ja(?![a-z])"},
        to_self{"(?<![a-z])(?:si|se|to|ho|ji|je|jim|mu)(?![a-z])"};
    for (auto& found : word.all(letters.low)) {
        auto verb = found[0];
        bool first = (verb.ends_with('m') && is_of_task(verb.substr(0, verb.size() - 1))) ||
                     ((verb.ends_with('u') || verb.ends_with('i')) &&
                      words_of("task_verbs").contains(verb.substr(0, verb.size() - 1) + "e"));
        if (first && (self.stands_in(letters.low) || to_self.stands_in(letters.low) || found.from() < 3))
            return TaskVerb{found.from(), found.to()};
    }
    return {};
}

std::optional<std::string> organisation_before(const Letters& letters, const TaskVerb& verb) {
    static const Pattern name{
        "^\\W*((?:[A-Z][A-Za-z]+)(?: [A-Z][A-Za-z]+| prace| o\\. ?p\\. ?s\\.| z\\. ?[su]\\.)+|[A-Z]{2,6})(?: (?:to|si|se|jim|nam))?\\s+$"},
        of_state{
            "^(?:mest|kraj|ministerstv|mpsv|mz|msmt|vlad|eu\\b|obec|obce|statutarni|senat|cssz|parlament|soud|narodni)"};
    auto before = letters.plain.substr(0, verb.from);
    auto found = name.in(before);
    if (!found || of_state.stands_in(letters.low.substr(found->from(1)))) return {};
    return letters.cut(found->from(1), found->to(1));
}

const PersonInText* burdened(const Letters& letters, const std::vector<PersonInText>& people) {
    static const Pattern task_of{"\\bukol(?:em)?\\s+(?:pro\\s+)?(?:pan[aiu]?\\s+|p\\.\\s+)?$"},
        then{"^\\s+(?:je|bude|bylo)\\s"},
        rests_on{
            "\\b(?:je|jsou|zustava|zustane|bude|lezi|spociva)\\s+(?:to\\s+)?(?:jen\\s+)?na\\s+(?:pan[iu]?\\s+|p\\.\\s+)?$"};
    for (auto& one : people) {
        auto before = letters.low.substr(0, one.from);
        if (rests_on.stands_in(before) || (task_of.stands_in(before) && then.stands_in(letters.low.substr(one.to))))
            return &one;
    }
    return nullptr;
}

std::size_t distance_from(const PersonInText& one, std::size_t at) {
    return one.from > at ? one.from - at : at - one.from;
}

bool stands_beside(const Letters& letters, const PersonInText& person, const TaskVerb& verb) {
    static const Pattern short_words{
        "^\\s*(?:(?:to|ji|je|ho|jim|se|si|pak|potom|jeste|proto|tam|tedy|mezitim|hned|rovnou|sam|sama|take|taky|nam|mu|jej|osobne|navic|pan|pani|p\\.|dr\\.|ing\\.|mgr\\.|bc\\.|mudr\\.|phdr\\.|judr\\.)\\s*)*$"};
    auto from = std::min(person.to, verb.to), to = std::max(person.from, verb.from);
    return from <= to && short_words.stands_in(letters.low.substr(from, to - from));
}

namespace {

// „vedoucí všech skupin“, „odbor sociálních věcí“: with the genitive that follows.
std::string role_phrase(const Letters& letters, std::size_t from, std::size_t to) {
    static const Pattern all{"(?<![a-z])(?:vsichni|vsechny|vsechna|kazdy|kazda|ostatni|jednotlivi|jednotlive)\\s+$"};
    if (auto found = all.in(letters.low.substr(0, from))) from = found->from();
    static const Pattern genitive{
        "^(?:\\s+(?:vsech|skupin[ay]?|odboru|[a-z]+(?:ich|ych|eho|iho)|veci|vyboru|komise|mesta|kraje|projektu|sluzb[ya]?|sluzeb|domova|centra|planovani|zarizeni|skoly|tymu|rady|obci|organizaci|sdruzeni))+(?=[\\s,.]|$)"};
    if (auto more = genitive.in(letters.low.substr(to))) to += more->to();
    static const Pattern letters_alone{"^ [A-Z]{2,5}(?![A-Za-z])"};    // „kancelář MAS“
    if (auto more = letters_alone.in(letters.plain.substr(to, 8))) to += more->to();
    return letters.cut(from, to);
}

// „Pampelišková s Chmelíkem sepíše“
std::string with_whom(const Letters& letters, const std::vector<PersonInText>& people, const PersonInText& subject) {
    static const Pattern with{"^ (?:spolu )?se? (?:p\\. |pan[ie]m? |kolegyni )?$"};
    for (auto& other : people)
        if (other.from > subject.to && other.printed != other.nominative &&
            with.stands_in(letters.low.substr(subject.to, other.from - subject.to)))
            return ", " + other.nominative;
    return {};
}

}

std::optional<std::string> role_near(const Letters& letters, std::size_t verb) {
    static const Pattern word{"(?<![a-z])[a-z]+"};
    std::optional<std::string> nearest;
    std::size_t best = 61;
    for (auto& found : word.all(letters.low)) {
        auto role = role_of_form(found[0]);
        auto far = found.from() > verb ? found.from() - verb : verb - found.from();
        if (!role || plain_small(*role) != found[0] || far >= best) continue;
        auto phrase = role_phrase(letters, found.from(), found.to());
        if (is_institution(*role) && phrase.size() <= role->size()) continue;
        best = far, nearest = phrase;
    }
    return nearest;
}

std::string whole_subject(const Letters& letters, const std::vector<PersonInText>& everybody,
                          const PersonInText& nearest) {
    static const Pattern together{
        "^\\)?\\s*(?:a|,|\\+|&|i)\\s*(?:(?:p\\.|pan|pani|pi|mgr\\.|ing\\.|bc\\.|[a-z]{2,8} \\()\\s*)?$"};
    std::vector<std::string> before, after;
    auto first = nearest.from, last = nearest.to;
    for (auto& other : everybody) {
        if (other.printed != other.nominative || other.from < last) continue;
        if (!together.stands_in(letters.low.substr(last, other.from - last))) continue;
        after.push_back(other.printed), last = other.to;
    }
    for (auto i = everybody.size(); i-- > 0;) {
        auto& other = everybody[i];
        if (other.printed != other.nominative || other.to > first) continue;
        if (!together.stands_in(letters.low.substr(other.to, first - other.to))) continue;
        before.insert(before.begin(), other.printed), first = other.from;
    }
    std::string names;
    for (auto& one : before) names += one + ", ";
    names += nearest.printed;
    for (auto& one : after) names += ", " + one;
    return names + with_whom(letters, everybody, nearest);
}

}

#!/bin/bash
# Proves that the compiler refuses what it should, and that a mistake in a template is reported in the template.
# Each case: a name, what the message must say, and the wrong code on the small world of tests/refusals.
# Usage: tools/must_not_compile.sh      (CXX chooses the compiler)
set -u
cd "$(dirname "$0")/.."
compiler=${CXX:-g++}
place=$(mktemp -d)
cases=0
trap 'rm -rf "$place"' EXIT

compiles() {
    "$compiler" -std=c++20 -Isrc -Itests -I/usr/include/postgresql -fsyntax-only -x c++ "$1" > "$1.messages" 2>&1
}

verdict() {    # name, file, what the message must say
    if compiles "$2"; then echo "COMPILED  $1"
    elif grep -Eq "$3" "$2.messages"; then echo "refused   $1"
    else echo "OTHERWISE $1: $(grep -m1 error "$2.messages")"
    fi >> "$place/verdicts"
}

together() {    # as many cases at once as there are processors
    while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n; done
    cases=$((cases + 1))
    "$@" &
}

page() {    # name, message, line of the template that must be named, what the template says after its first line
    local file="$place/$1.html"
    printf '%% page refusals::Page from refusals/page.hpp\n%s\n' "$4" > "$file"
    python3 tools/html2cpp.py "$file" > "$file.cpp" 2> "$file.cpp.messages" || {
        grep -q "$1.html:$3:" "$file.cpp.messages" && echo "refused   $1" || echo "OTHERWISE $1"
        return
    } >> "$place/verdicts"
    verdict "$1" "$file.cpp" "$2"
    [ "$2" = nothing ] || grep -q "$1.html:$3:" "$file.cpp.messages" || echo "OTHERWISE $1: its messages do not name line $3" >> "$place/verdicts"
}

code() {    # name, message, statement in a function
    local file="$place/$1.cpp"
    cat > "$file" <<END
#include "refusals/world.hpp"
namespace refusals {
void attempt(db::Session& db, const Record& record, const Visit& visit, Permit<may::Read> to_read, http::Routes& at, std::string typed) {
    (void)db, (void)record, (void)visit, (void)to_read, (void)at;
    $3;
}
}
END
    verdict "$1" "$file" "$2"
}

right='<h1 title="{{ name }}">{{ name }}</h1><a {{? link : href="/x/{}" }} {{? may_write : hidden }}>{{= html::Part{*this} }}</a><script src="/assets/{{ name }}"></script>'
together page a_right_page             nothing                          1 "$right"
together page value_without_quotes     attribute_without_quotes         2 '<p title={{ name }}>'
together page attribute_without_quotes attribute_without_quotes         2 '<p class=wide>{{ name }}</p>'
together page value_in_a_script        value_inside_script_or_style     2 '<script>var name = "{{ name }}"</script>'
together page value_in_a_SCRIPT        value_inside_script_or_style     2 '<SCRIPT src="{{ name }}"></SCRIPT>'
together page script_from_elsewhere    value_inside_script_or_style     2 '<script src="/x/{{ name }}"></script>'
together page value_in_a_style         value_inside_script_or_style     2 '<style>p { color: {{ name }} }</style>'
together page value_in_style           value_inside_script_or_style     2 '<p style="color: {{ name }}">'
together page value_in_a_comment       value_inside_a_comment           2 '<!-- {{ name }} -->'
together page value_in_onclick         value_inside_an_event_handler    2 '<p OnClick="show({{ name }})">'
together page value_in_data_hx_vals    value_inside_an_event_handler    2 '<p data-hx-vals="{{ name }}">'
together page value_in_srcdoc          value_inside_srcdoc_or_srcset    2 '<iframe srcdoc="{{ name }}"></iframe>'
together page value_in_srcset          value_inside_srcdoc_or_srcset    2 '<img srcset="{{ name }} 2x">'
together page value_as_a_tag           value_in_the_name_of             2 '<{{ name }}>'
together page value_as_an_attribute    value_in_the_name_of             2 '<p {{ name }}="x">'
together page value_makes_a_scheme     value_makes_the_scheme           2 '<a href="java{{ name }}">'
together page a_right_address          nothing                          1 '<a href="{{ place }}">{{ name }}</a>'
together page address_in_the_text      page_address_where_no_whole_address_stands 2 '<p>{{ place }}</p>'
together page address_within_another   page_address_where_no_whole_address_stands 2 '<a href="/y/{{ place }}">x</a>'
together page page_in_an_attribute     page_inside_a_tag                2 '<p title="{{= *this }}">'
together page tag_cut_in_two           fragment_does_not_end_in_text    2 $'<p\n% if (may_write) {\n class="x"\n% }\n>'
together page script_cut_in_two        fragment_does_not_end_in_text    2 $'<script>\n% if (may_write) {\n{{ name }}\n% }\n</script>'
together page misspelt_field           'no member named .?wissh'        4 $'<ul>\n% for (auto& row : rows) {\n  <li>{{ row.wissh }}\n% }\n</ul>'
together page bool_as_a_text           bool_or_optional_where_a_value   2 '<p>{{ may_write }}</p>'
together page optional_as_a_text       bool_or_optional_where_a_value   2 '<p>{{ link }}</p>'
together page braces_in_the_html       nothing                          3 $'<p>\n{}</p>'
together page optional_in_the_text     optional_attribute_outside_a_tag 2 '<p>{{? may_write : hidden }}</p>'
together page optional_in_an_attribute optional_attribute_outside_a_tag 2 '<p class="{{? may_write : hidden }}">'
together page optional_in_a_name       optional_attribute_outside_a_tag 2 '<p x{{? may_write : hidden }}>'
together page optional_in_a_script     optional_attribute_outside_a_tag 2 '<script>{{? may_write : hidden }}</script>'
together page optional_in_a_comment    optional_attribute_outside_a_tag 2 '<!-- {{? may_write : hidden }} -->'
together page optional_onclick         value_inside_an_event_handler    2 '<p {{? link : onclick="{}" }}>'
together page optional_style           value_inside_script_or_style     2 '<p {{? link : style="color:{}" }}>'
together page optional_scheme          value_makes_the_scheme           2 '<a {{? link : href="java{}" }}>'
together page optional_of_a_text       attribute_without_a_value_asks   2 '<p {{? name : hidden }}>'
together page optional_value_of_a_bool attribute_with_a_value_asks      2 '<p {{? may_write : title="{}" }}>'
together page optional_page            page_inside_a_tag                2 '<p {{? html::nested(*this) : title="{}" }}>'
together page optional_without_a_name  nothing                          2 '<p {{? may_write }}>'
together page optional_without_quotes  nothing                          2 '<p {{? link : title={} }}>'
together page optional_with_two_values optional_attribute_is_not_name   2 '<p {{? link : title="{}{}" }}>'

together code a_right_statement        nothing 'db.run("DELETE FROM clients WHERE id = $1", record.id), at.post<may::Write>("/x/{record}", write)'
together code sql_made_at_run_time     'constant|consteval' 'db.run(("DELETE FROM " + typed).c_str())'
together code too_few_values           the_statement_and_its_values_differ 'db.run("DELETE FROM clients WHERE id = $1 AND name = $2", record.id)'
together code a_number_left_out        the_statement_and_its_values_differ 'db.run("DELETE FROM clients WHERE id = $2", record.id, typed)'
together code write_with_a_read_permit 'Permit<refusals::may::Read>|Permit<.*Read' 'save(to_read)'
together code permit_made_by_hand      private 'Permit<may::Write> made{visit, record}'
together code line_and_handler_differ  'Permit|Handler' 'at.post<may::Write>("/x/{record}", read)'
together code id_of_another_kind       Id 'Record::by_id(db, Id<Page>{})'

wait
sort "$place/verdicts"
# The right examples compile, so that the others are refused for their mistake and not for something else.
right=$(grep -c "^COMPILED  a_right_" "$place/verdicts")
wrong=$(grep -vc "^refused  \|^COMPILED  a_right_" "$place/verdicts")
echo "$cases cases, $wrong wrong"
[ "$right" = 3 ] && [ "$wrong" = 0 ] && [ "$(wc -l < "$place/verdicts")" = "$cases" ]

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "instrument/lint_parts.h"

namespace prima::instrument {

namespace {

// Adds a finding for each id that was there before, for one kind of thing.
class UniqueIds {
 public:
  UniqueIds(LintRun& run, Words kind) : run_(run), kind_(std::move(kind)) {}

  void see(const std::string& id, std::int64_t line) {
    const auto [first, fresh] = lines_.emplace(id, line);
    if (fresh) return;
    run_.add(
        "duplicate_id", line,
        {fmt::format("id {} \"{}\" sudah dipakai pada baris {}; beri id lain", kind_.id, id, first->second),
         fmt::format("the id of {} \"{}\" is already used on line {}; give it another", kind_.en, id, first->second)});
  }

 private:
  LintRun& run_;
  Words kind_;
  std::map<std::string, std::int64_t> lines_;
};

void lint_mark(LintRun& run, const Mark& mark, std::int64_t line, const Words& of_what) {
  for (const std::string& id : mark.references) {
    if (run.instrument.reference(id) != nullptr) continue;
    std::vector<std::string> known;
    for (const Reference& reference : run.instrument.references) known.push_back(reference.id);
    const auto near = closest(id, known);
    run.add("unknown_reference", line,
            {fmt::format("{}: rujukan \"{}\" tidak ada dalam \"references\"{}", of_what.id, id,
                         near ? fmt::format("; mungkin maksudnya \"{}\"?", *near) : "; tambahkan di sana"),
             fmt::format("{}: the reference \"{}\" is not in \"references\"{}", of_what.en, id,
                         near ? fmt::format("; did you mean \"{}\"?", *near) : "; add it there")});
  }
  if (mark.standing == Standing::official && mark.references.empty()) {
    run.add("official_without_reference", line,
            {fmt::format("{} disebut resmi tanpa rujukan; tambahkan \"references\" atau ubah \"standing\"", of_what.id),
             fmt::format("{} is called official without a reference; add \"references\" or change \"standing\"",
                         of_what.en)});
  }
  if (mark.standing == Standing::inferred && mark.references.empty() && mark.note.empty()) {
    run.add("inferred_without_reason", line,
            {fmt::format("{} disebut disimpulkan tanpa rujukan maupun catatan; tambahkan salah satu", of_what.id),
             fmt::format("{} is called inferred without a reference or a note; add one of them", of_what.en)});
  }
}

void lint_ids(LintRun& run) {
  const Instrument& instrument = run.instrument;
  UniqueIds references(run, {"rujukan", "a reference"});
  for (const Reference& one : instrument.references) references.see(one.id, one.line);
  UniqueIds roles(run, {"peran", "a role"});
  for (const Role& one : instrument.roles) roles.see(one.id, one.line);
  UniqueIds ladders(run, {"tangga", "a ladder"});
  for (const Ladder& one : instrument.ladders) ladders.see(one.id, one.line);
  UniqueIds dimensions(run, {"dimensi", "a dimension"});
  UniqueIds variables(run, {"variabel", "a variable"});
  for (const Dimension& dimension : instrument.dimensions) {
    dimensions.see(dimension.id, dimension.line);
    for (const Variable& one : dimension.variables) variables.see(one.id, one.line);
  }
  UniqueIds indicators(run, {"indikator", "an indicator"});
  for (const Indicator& one : instrument.indicators) indicators.see(one.id, one.line);
  UniqueIds bands(run, {"kategori", "a category"});
  for (const Band& one : instrument.bands) bands.see(one.key, one.line);
  UniqueIds gates(run, {"syarat", "a gate"});
  for (const Gate& one : instrument.gates) gates.see(one.id, one.line);
}

void lint_marks(LintRun& run) {
  const Instrument& instrument = run.instrument;
  const auto part = [](const char* id, const char* en, const std::string& name) {
    return Words{fmt::format("{} \"{}\"", id, name), fmt::format("{} \"{}\"", en, name)};
  };
  lint_mark(run, instrument.unit.mark, instrument.unit.line, {"tingkat unit", "the unit level"});
  lint_mark(run, instrument.institution.mark, instrument.institution.line,
            {"tingkat instansi", "the institution level"});
  if (instrument.province)
    lint_mark(run, instrument.province->mark, instrument.province->line, {"tingkat provinsi", "the province level"});
  if (instrument.national)
    lint_mark(run, instrument.national->mark, instrument.national->line, {"tingkat nasional", "the national level"});
  for (const Dimension& dimension : instrument.dimensions) {
    lint_mark(run, dimension.mark, dimension.line, part("dimensi", "dimension", dimension.id));
    for (const Variable& one : dimension.variables)
      lint_mark(run, one.mark, one.line, part("variabel", "variable", one.id));
  }
  for (const Indicator& one : instrument.indicators) {
    lint_mark(run, one.mark, one.line, part("indikator", "indicator", one.id));
    if (one.weight &&
        (one.weight_mark.standing != one.mark.standing || one.weight_mark.references != one.mark.references)) {
      lint_mark(run, one.weight_mark, one.line, part("bobot indikator", "the weight of indicator", one.id));
    }
  }
  for (const Band& one : instrument.bands) lint_mark(run, one.mark, one.line, part("kategori", "category", one.key));
  for (const Gate& one : instrument.gates) lint_mark(run, one.mark, one.line, part("syarat", "gate", one.id));
  if (instrument.second_axis) {
    for (const OversightLevel& one : instrument.second_axis->levels) {
      lint_mark(run, one.mark, one.line, part("tingkat tindak lanjut", "oversight level", std::string(name(one.key))));
    }
  }
}

void lint_roles_and_ladders(LintRun& run) {
  std::set<std::string> roles;
  std::set<std::string> ladders;
  for (const Indicator& indicator : run.instrument.indicators) {
    roles.insert(indicator.roles.begin(), indicator.roles.end());
    ladders.insert(indicator.ladder);
    for (const std::string& role : indicator.roles) {
      const bool known = std::any_of(run.instrument.roles.begin(), run.instrument.roles.end(),
                                     [&](const Role& one) { return one.id == role; });
      if (known) continue;
      run.add("unknown_role", indicator.line,
              {fmt::format("indikator \"{}\": peran \"{}\" tidak ada dalam \"roles\"; tambahkan di sana", indicator.id,
                           role),
               fmt::format("indicator \"{}\": the role \"{}\" is not in \"roles\"; add it there", indicator.id, role)});
    }
  }
  for (const Role& role : run.instrument.roles) {
    if (roles.contains(role.id)) continue;
    run.add("unused_role", role.line,
            {fmt::format("peran \"{}\" tidak menjawab indikator apa pun; hapus atau pakai", role.id),
             fmt::format("the role \"{}\" answers no indicator; remove or use it", role.id)});
  }
  for (const Ladder& ladder : run.instrument.ladders) {
    if (ladders.contains(ladder.id)) continue;
    run.add("unused_ladder", ladder.line,
            {fmt::format("tangga \"{}\" tidak dipakai; hapus atau pakai", ladder.id),
             fmt::format("the ladder \"{}\" is never used; remove or use it", ladder.id)});
  }
}

}  // namespace

void lint_names(LintRun& run) {
  const Instrument& instrument = run.instrument;
  if (instrument.valid_to && *instrument.valid_to < instrument.valid_from) {
    run.add("validity_reversed", 0,
            {"masa berlaku berakhir sebelum dimulai; tukar \"from\" dan \"to\"",
             "the validity ends before it begins; swap \"from\" and \"to\""});
  }
  lint_ids(run);
  lint_marks(run);
  lint_roles_and_ladders(run);
}

}  // namespace prima::instrument

#!/usr/bin/env python3
"""Tests of the checks: each shows one bad example per mistake, which must be found, and good ones, which must not."""

import os
import stat
import subprocess
import tempfile
import textwrap
import unittest
from pathlib import Path

import check_languages
import check_layers
import check_sql
import check_words
import lint
import run_tests
import tree

TOOLS = Path(__file__).resolve().parent


def messages(findings):
    return "\n".join(str(finding) for finding in findings)


class TakeApart(unittest.TestCase):
    def test_blanks_comments_and_literals_but_keeps_lines(self):
        source = tree.take_apart('int a; // double\n/* float\n*/ auto s = "double"; char c = \'"\'; int n = 1\'000; auto t = "x";\n')
        self.assertNotIn("double", source.code)
        self.assertNotIn("float", source.code)
        self.assertEqual([(line, text) for _, line, text in source.literals], [(3, "double"), (3, "x")])
        self.assertIn("1'000", source.code)

    def test_reads_raw_and_escaped_literals(self):
        source = tree.take_apart('auto a = R"x(one "two"\n)x"; auto b = "a\\"b";')
        self.assertEqual([text for _, _, text in source.literals], ['one "two"\n', 'a\\"b'])

    def test_keeps_names_of_included_files(self):
        self.assertIn('"base/words.h"', tree.take_apart('#include "base/words.h"\n').code)


class Sql(unittest.TestCase):
    GOOD = "CREATE TABLE a (\n  institution_id integer NOT NULL REFERENCES institution (institution_id),\n  x text,\n  PRIMARY KEY (institution_id, x),\n  FOREIGN KEY (institution_id, x) REFERENCES b (institution_id, x)\n);\nCREATE INDEX i ON a (institution_id, x);\n"
    BAD_TABLES = [
        ("another column first", "CREATE TABLE a (x text, institution_id integer NOT NULL, PRIMARY KEY (institution_id));", "the first column"),
        ("a key without the institution", "CREATE TABLE a (institution_id integer NOT NULL, x text, PRIMARY KEY (x));", "PRIMARY KEY must begin"),
        ("a unique column", "CREATE TABLE a (institution_id integer NOT NULL, x text UNIQUE, PRIMARY KEY (institution_id, x));", "key of one column"),
        ("a reference of one column", "CREATE TABLE a (institution_id integer NOT NULL, x text REFERENCES b (x), PRIMARY KEY (institution_id, x));", "foreign key of one"),
        ("no key", "CREATE TABLE a (institution_id integer NOT NULL, x text);", "no primary key"),
        ("a reference to itself", "CREATE TABLE a (institution_id integer NOT NULL, x text, PRIMARY KEY (institution_id, x), FOREIGN KEY (institution_id, x) REFERENCES a (institution_id, x));", "refer to itself"),
        ("an index without the institution", "CREATE INDEX i ON a (x);", "must begin with institution_id"),
        ("a trigger", "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END;", "TRIGGER"),
        ("a serial", "CREATE TABLE a (institution_id integer NOT NULL, x bigserial, PRIMARY KEY (institution_id, x));", "made by the application"),
        ("a floating column", "CREATE TABLE a (institution_id integer NOT NULL, x real, PRIMARY KEY (institution_id));", "no floating-point"),
    ]
    BAD_STATEMENTS = [
        ("no institution", 'x.query("SELECT x FROM a WHERE x = $1", 1);', "must bind the institution"),
        ("over two literals", 'x.query("SELECT x FROM a "\n  "WHERE x = $1", 1);', "must bind the institution"),
        ("a change of all", 'x.execute("UPDATE a SET x = $1");', "must bind the institution"),
        ("an insert with another column first", 'x.execute("INSERT INTO a (x, institution_id) VALUES ($1, $2)");', "must bind the institution"),
        ("the clock of the database", 'x.execute("UPDATE a SET x = now() WHERE institution_id = $1");', "come from the application"),
        ("a cast of PostgreSQL", 'x.query("SELECT x::text FROM a WHERE institution_id = $1");', "a cast"),
        ("a function of SQLite", 'x.query("SELECT ifnull(x, 1) FROM a WHERE institution_id = $1");', "only one engine"),
        ("a lock", 'x.query("SELECT x FROM a WHERE institution_id = $1 FOR UPDATE");', "version-checked"),
    ]
    GOOD_STATEMENTS = [
        'x.query("SELECT x FROM a WHERE institution_id = $1 AND x = \'now()\'");',
        'x.execute("INSERT INTO a (institution_id, x) VALUES ($1, $2)");',
        '// all institutions: the national list\nx.query("SELECT x FROM a ORDER BY x");',
        'x.query("SELECT code FROM r WHERE code = $1");',
        'auto text = "Select a unit from the list";',
    ]

    def test_takes_a_good_migration(self):
        findings, tenant, reference = check_sql.check_migration("m.sql", self.GOOD + "-- reference: regions\nCREATE TABLE r (code text PRIMARY KEY);")
        self.assertEqual(findings, [])
        self.assertEqual((tenant, reference), ({"a"}, {"r"}))

    def test_finds_each_mistake_in_a_migration(self):
        for name, sql, expected in self.BAD_TABLES:
            with self.subTest(name):
                self.assertIn(expected, messages(check_sql.check_migration("m.sql", sql)[0]))

    def test_finds_each_mistake_in_a_statement(self):
        for name, code, expected in self.BAD_STATEMENTS:
            with self.subTest(name):
                self.assertIn(expected, messages(check_sql.check_store("s_store.cpp", code, {"a"})))

    def test_finds_a_table_that_is_not_distributed(self):
        text = "SELECT create_distributed_table('a', 'institution_id');\nSELECT create_reference_table('r');\n"
        self.assertEqual(list(check_sql.check_citus(text, {"a"}, {"r"})), [])
        self.assertIn("must be distributed", messages(check_sql.check_citus(text, {"a", "b"}, {"r"})))
        self.assertIn("must be copied", messages(check_sql.check_citus(text, {"a"}, {"r", "s"})))
        self.assertIn("no such table", messages(check_sql.check_citus(text, set(), {"r"})))

    def test_takes_good_statements(self):
        for code in self.GOOD_STATEMENTS:
            with self.subTest(code):
                self.assertEqual(check_sql.check_store("s_store.cpp", code, {"a"}), [])


class Layers(unittest.TestCase):
    BAD = [
        ("base includes a folder above it", "src/base/a.cpp", '#include "http/server.h"', "src/base may include nothing of ours"),
        ("scoring includes html", "src/scoring/a.h", '#include "html/html.h"', "src/scoring may include base, instrument"),
        ("html includes http", "src/html/a.cpp", '#include "http/request.h"', "src/html may include base"),
        ("a lower capability includes a higher one", "src/surveys/a.cpp", '#include "publication/p.h"', "src/surveys may include"),
        ("a test breaks the layers as well", "src/base/a_test.cpp", '#include "instrument/i.h"', "src/base may include"),
        ("a folder without a row", "src/payments/a.cpp", "int a;", "has no row in LAYERS"),
        ("Beast in a header", "src/http/server.h", "#include <boost/beast/http.hpp>", "Boost.Beast stays behind"),
        ("Asio outside http", "src/app/main.cpp", "#include <boost/asio.hpp>", "Boost.Asio stays behind"),
        ("JSON in a page", "src/surveys/pages.cpp", "#include <boost/json.hpp>", "JSON is made only"),
        ("YAML in scoring", "src/scoring/a.cpp", "#include <yaml-cpp/yaml.h>", "YAML is read only"),
        ("a log in a capability", "src/surveys/a.cpp", "#include <spdlog/spdlog.h>", "write a log"),
        ("wrong namespace", "src/http/a.h", "namespace prima::html {\n}", "open the namespace prima::http"),
        ("base opens a namespace of its own", "src/base/a.h", "namespace prima::base {\n}", "open the namespace prima, not"),
        ("a stream in base", "src/base/a.cpp", "#include <fstream>", "no input or output"),
        ("a clock in scoring", "src/scoring/a.cpp", "auto t = std::chrono::system_clock::now();", "system_clock"),
        ("a thread in rules", "src/surveys/index_rules.cpp", "std::thread t;", "std::thread"),
        ("a mutex in instrument", "src/instrument/a.h", "#include <mutex>", "<mutex>"),
        ("chance in rules", "src/surveys/rules.h", "std::mt19937 g;", "mt19937"),
        ("an environment variable in base", "src/base/a.cpp", 'auto v = std::getenv("A");', "getenv"),
        ("double in a score", "src/scoring/a.h", "double score;", "no floating point"),
        ("float in a capability", "src/assessment/a.cpp", "float x;", "no floating point"),
        ("a floating literal", "src/scoring/a.cpp", "auto x = 0.5;", "0.5"),
        ("text to floating point", "src/instrument/a.cpp", "auto x = std::stod(s);", "stod"),
        ("double in a test of the engine", "src/scoring/a_test.cpp", "double x;", "no floating point"),
        ("SQL in a page", "src/surveys/pages.cpp", 'auto q = "SELECT a "\n "FROM b";', "SQL belongs"),
        ("a table made outside migrations", "src/app/a.cpp", 'auto q = "CREATE TABLE a(b text)";', "SQL belongs"),
        ("HTML in a page", "src/surveys/pages.cpp", 'auto h = "<p>";', "HTML is made only"),
        ("HTML with an attribute", "src/app/pages.cpp", 'auto h = R"(<a href="/x")";', "HTML is made only"),
        ("a document type", "src/http/a.cpp", 'auto h = "<!doctype html>";', "HTML is made only"),
    ]
    GOOD = [
        ("includes from below", "src/scoring/a.cpp", '#include "instrument/i.h"\n#include <vector>\n#include <fmt/format.h>\nnamespace prima::scoring {\nnamespace {\n}\n}'),
        ("Beast where it belongs", "src/http/server.cpp", "#include <boost/beast/http.hpp>\nnamespace beast = boost::beast;\nnamespace prima::http {\n}"),
        ("a formatter for fmt", "src/base/a.h", "namespace fmt {\n}\nnamespace prima {\n}"),
        ("a nested namespace", "src/base/a.h", "namespace prima::detail {\n}"),
        ("a comment about a double", "src/scoring/a.h", "// no double here, 0.5 is a fraction\nint a;"),
        ("a version in text", "src/scoring/a.cpp", 'auto v = "0.5";'),
        ("a calendar without a clock", "src/base/a.h", "#include <chrono>\nstd::chrono::year_month_day d;"),
        ("SQL in a store", "src/surveys/response_store.cpp", 'auto q = "SELECT a FROM b";'),
        ("HTML in html", "src/html/layout.cpp", 'auto h = "<p>";'),
        ("a sentence with select", "src/app/a.cpp", 'auto s = "Select a file.";'),
        ("a file name in angle brackets", "src/app/a.cpp", 'auto s = "prima verify <FILE>";'),
        ("timing in http", "src/http/metrics.cpp", "double seconds;"),
        ("a test reads files", "src/base/a_test.cpp", "#include <fstream>"),
        ("JSON in an api", "src/assessment/score_api.cpp", "#include <boost/json.hpp>"),
    ]

    def test_finds_each_mistake(self):
        for what, name, text, expected in self.BAD:
            with self.subTest(what):
                self.assertIn(expected, messages(check_layers.check({name: text + "\n"})))

    def test_lets_good_examples_pass(self):
        for what, name, text in self.GOOD:
            with self.subTest(what):
                self.assertEqual("", messages(check_layers.check({name: text + "\n"})))

    def test_names_the_line(self):
        self.assertIn("src/scoring/a.h:3:", messages(check_layers.check({"src/scoring/a.h": "#pragma once\n\ndouble x;\n"})))

    def test_finds_includes_that_go_in_a_circle(self):
        files = {"src/base/a.h": '#include "base/b.h"\n', "src/base/b.h": '#include "base/a.h"\n'}
        self.assertIn("src/base/a.h -> src/base/b.h -> src/base/a.h", messages(check_layers.check(files)))

    def test_finds_a_circle_in_its_own_table(self):
        self.assertIn("circle", messages(check_layers.check_table({"a": ["b"], "b": ["c"], "c": ["a"]})))
        self.assertEqual([], check_layers.check_table(check_layers.LAYERS))

    def test_counts_lines(self):
        self.assertEqual("", messages(check_layers.check({"src/base/a.cpp": "\n" * 500})))
        self.assertIn("501 lines", messages(check_layers.check({"src/base/a.cpp": "\n" * 501})))


class Languages(unittest.TestCase):
    BAD = [
        ("English in the Indonesian half", 'Words{"Kolom ini must be angka.", "This column is a number."}', "an English word in the id text: be, must"),
        ("Indonesian in the English half", 'Words{"Nilai ini kosong.", "This nilai is empty."}', "an Indonesian word in the en text: nilai"),
        ("swapped", 'Words{"This value is empty.", "Nilai ini kosong."}', "an English word in the id text"),
        ("swapped in bare braces", 'Finding{"code", f, 1, {"This value is empty.", "Nilai ini kosong."}}', "Indonesian comes first"),
        ("one half empty", 'Words{"Nilai ini kosong.", ""}', "only one language"),
        ("placeholders differ", 'Words{fmt::format("Baris {}: {}", a, b), fmt::format("Line {}", a)}', "placeholders differ"),
    ]
    GOOD = [
        ("both right", 'Words{"Nilai pada kolom {} tidak boleh kosong.", "The value in column {} must not be empty."}'),
        ("joined literals", 'Words{"Nilai ini "\n "kosong.", "This value "\n "is empty."}'),
        ("a quoted name", 'Words{"Kolom \\"value\\" tidak ada.", "There is no column `kolom`."}'),
        ("no literal at all", "Words{indonesian, english}"),
        ("a table of names", '{"green", "Hijau"}'),
        ("a block of two expressions", "if (a) { f(b, c); }"),
        ("a namespace", 'namespace {\nnamespace {\nauto a = "this is the text and that";\n}\nA<b, c> f() { return "yang ini dan itu"; }\n}'),
    ]
    INDONESIAN = "menu:\n  home: Beranda\n  count: \"{n} hasil\"\n"

    def test_finds_each_mistake(self):
        for what, text, expected in self.BAD:
            with self.subTest(what):
                self.assertIn(expected, messages(check_languages.check_cpp("src/app/a.cpp", text)))

    def test_lets_good_examples_pass(self):
        for what, text in self.GOOD:
            with self.subTest(what):
                self.assertEqual("", messages(check_languages.check_cpp("src/app/a.cpp", text)))

    def test_allows_listed_phrases(self):
        text = 'Words{"Lihat halaman what if.", "See the page what if."}'
        self.assertNotEqual("", messages(check_languages.check_cpp("a.cpp", text)))
        self.assertEqual("", messages(check_languages.check_cpp("a.cpp", text, ["what if"])))

    def test_finds_differences_between_the_locales(self):
        for what, english, expected in [
            ("a key too few", 'menu:\n  home: Home\n', "menu.count is missing in web/locale/en.yaml"),
            ("a key too many", 'menu:\n  home: Home\n  count: "{n} results"\n  more: More\n', "menu.more is missing in web/locale/id.yaml"),
            ("a placeholder renamed", 'menu:\n  home: Home\n  count: "{number} results"\n', "placeholders differ"),
            ("an empty text", 'menu:\n  home: ""\n  count: "{n} results"\n', "only one language"),
            ("the other language", 'menu:\n  home: Kembali ke halaman yang awal\n  count: "{n} results"\n', "an Indonesian word"),
            ("a key twice", 'menu:\n  home: Home\n  home: Home\n  count: "{n} results"\n', "stands twice"),
            ("no key", 'menu:\n  home\n  count: "{n} results"\n', "not a `key: value` line"),
        ]:
            with self.subTest(what):
                self.assertIn(expected, messages(check_languages.check_locales(self.INDONESIAN, english)))

    def test_accepts_equal_locales(self):
        english = "menu:\n  # the first page\n  home: Home\n  count: '{n} results'\n"
        self.assertEqual("", messages(check_languages.check_locales(self.INDONESIAN, english)))

    def test_reads_blocks_and_comments(self):
        values, problems = check_languages.read_locale("a: |\n  one\n  two\nb: three # no\n'c.d': \"e # f\"\n")
        self.assertEqual(problems, [])
        self.assertEqual({key: text for key, (_, text) in values.items()}, {"a": "one\ntwo", "b": "three", "c.d": "e # f"})

    def test_reads_pairs_in_data(self):
        text = 'title: {id: "Standar pelayanan", en: "Standar yang dipajang"}\nname: {id: "Baik", en: "Good"}\n'
        found = messages(check_languages.check_data("instruments/a.yaml", text))
        self.assertIn("instruments/a.yaml:1: an Indonesian word", found)
        self.assertNotIn("a.yaml:2", found)


class ForeignWords(unittest.TestCase):
    def test_lists_have_nothing_in_common(self):
        self.assertEqual(set(), check_languages.NEITHER)


class ProjectWords(unittest.TestCase):
    BAD = [
        "see /work/shared/README.md",
        "cd /root/prima",
        "/home/budi/prima/build",
        '"resolved": "https://example.org/a.tgz"',
        "npm config set registry https://registry.npmjs.org",
        "written by an AI",
        "Co-Authored-By: somebody",
        "as agreed in the previous session",
    ]
    GOOD = [
        "The session cookie ends with the session.",
        "a workflow in the folder work/",
        "https://example.org/home/page",
        '"integrity": "sha512-AI/registry.example.com"',
        "PAID, MAIL, said",
    ]

    def test_refuses_bad_lines(self):
        for line in self.BAD:
            with self.subTest(line):
                self.assertEqual(1, len(check_words.check_text("a.md", line)))

    def test_lets_good_lines_pass(self):
        for line in self.GOOD:
            with self.subTest(line):
                self.assertEqual([], check_words.check_text("a.md", line))

    def test_reads_commit_messages(self):
        with tempfile.TemporaryDirectory() as folder:
            git = ["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.org"]
            subprocess.run(["git", "init", "-q", folder], check=True)
            for message in ["base: Good", "base: Bad\n\nmade in /work/main"]:
                subprocess.run(git + ["commit", "-q", "--allow-empty", "-m", message], check=True)
            found = check_words.check_commits("HEAD", Path(folder))
        self.assertEqual(1, len(found))
        self.assertIn("/work/m", found[0].message)


class Counting(unittest.TestCase):
    def gtest(self, inside):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a_tests.xml"
            path.write_text(f"<testsuites><testsuite>{inside}</testsuite></testsuites>")
            return run_tests.count_program({"name": "a_tests", "command": ["/x/a_tests"]}, self.state, Path(folder))

    def setUp(self):
        self.state = "run"

    def test_counts_each_case(self):
        self.state = "fail"
        count = self.gtest(
            '<testcase classname="A" name="B" status="run" result="completed"/><testcase classname="A" name="C" status="run"><failure/></testcase>'
            '<testcase classname="A" name="D" status="run" result="skipped"><skipped/></testcase><testcase classname="A" name="DISABLED_E" status="notrun"/>'
        )
        self.assertEqual((count.passed, count.failed, count.skipped, count.failures), (1, 1, 1, ["A.C"]))

    def test_a_program_that_dies_after_its_tests_counts_as_failed(self):
        self.state = "fail"
        self.assertEqual(1, self.gtest('<testcase classname="A" name="B" status="run"/>').failed)

    def test_a_program_without_tests_counts_as_failed(self):
        self.assertEqual(1, self.gtest("").failed)

    def test_a_program_without_results_counts_once(self):
        with tempfile.TemporaryDirectory() as folder:
            for state, counts in [("run", (1, 0, 0)), ("fail", (0, 1, 0)), ("not run", (0, 1, 0)), ("notrun", (0, 1, 0)), ("skipped", (0, 0, 1))]:
                with self.subTest(state):
                    count = run_tests.count_program({"name": "a", "command": ["/x/a"]}, state, Path(folder))
                    self.assertEqual((count.passed, count.failed, count.skipped), counts)

    def test_reads_what_unittest_prints(self):
        for output, code, counts in [
            ("Ran 5 tests in 0.1s\n\nOK\n", 0, (5, 0)),
            ("Ran 5 tests in 0.1s\n\nFAILED (failures=1, errors=2)\n", 1, (2, 3)),
            ("Ran 5 tests in 0.1s\n\nOK (skipped=2)\n", 0, (3, 0)),
            ("Ran 0 tests in 0.1s\n\nOK\n", 0, (0, 1)),
            ("Traceback", 1, (0, 1)),
            ("Ran 5 tests in 0.1s\n\nOK\n", 1, (0, 1)),
        ]:
            with self.subTest(output):
                count = run_tests.count_unittest(run_tests.Ran(code, output), "a")
                self.assertEqual((count.passed, count.failed), counts)

    def test_reads_the_last_line_of_the_journeys(self):
        for output, code, counts in [
            ("1 passed, 9 failed\nagain\n12 passed, 0 failed\n", 0, (12, 0)),
            ("3 passed, 1 failed\n", 1, (3, 1)),
            ("3 passed, 0 failed\n", 1, (3, 1)),
            ("0 passed, 0 failed\n", 0, (0, 1)),
            ("nothing", 0, (0, 1)),
        ]:
            with self.subTest(output):
                count = run_tests.count_last_line(run_tests.Ran(code, output), "journeys")
                self.assertEqual((count.passed, count.failed), counts)


class InstallPackages(unittest.TestCase):
    """install_packages.sh with commands of our own in place of dpkg-query, apt-get, apt-cache and id."""

    def run_script(self, groups, installed=(), user=0, known=True):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            (folder / "list").write_text("# list\n[build]\nmaker\nspecial bash\n[test]\n# none\nbrowser no-such-command-here\n")
            self.fake(folder, "dpkg-query", f'case " {" ".join(installed)} " in *" ${{@: -1}} "*) printf installed;; *) exit 1;; esac')
            self.fake(folder, "apt-get", 'echo "apt-get $*" >> "$CALLS"')
            self.fake(folder, "apt-cache", "exit 0" if known else "exit 1")
            self.fake(folder, "id", f"echo {user}")
            environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "PRIMA_PACKAGES": str(folder / "list"), "CALLS": str(folder / "calls")}
            ran = subprocess.run([str(TOOLS / "install_packages.sh"), *groups], env=environment, capture_output=True, text=True)
            calls = (folder / "calls").read_text().splitlines() if (folder / "calls").exists() else []
        return ran, calls

    def fake(self, folder, name, body):
        path = folder / name
        path.write_text(f"#!/bin/bash\n{body}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def test_does_nothing_when_all_is_there(self):
        ran, calls = self.run_script(["build", "test"], installed=["maker", "browser"])
        self.assertEqual((ran.returncode, calls, ran.stdout + ran.stderr), (0, [], ""))

    def test_installs_only_what_is_missing(self):
        ran, calls = self.run_script(["build", "test"], installed=["maker"])
        self.assertEqual((ran.returncode, calls), (0, ["apt-get install -y -qq --no-install-recommends browser"]))

    def test_fetches_lists_first_when_a_package_is_not_known(self):
        ran, calls = self.run_script(["build"], known=False)
        self.assertEqual((ran.returncode, calls), (0, ["apt-get update -qq", "apt-get install -y -qq --no-install-recommends maker"]))

    def test_tells_a_person_who_is_not_root_what_to_run(self):
        ran, calls = self.run_script(["build", "test"], user=1000)
        self.assertEqual((ran.returncode, calls), (2, []))
        self.assertIn("sudo apt-get update && sudo apt-get install --no-install-recommends maker browser\n", ran.stderr)
        self.assertIn("belum terpasang", ran.stderr)
        self.assertIn("are missing", ran.stderr)

    def test_refuses_a_group_that_is_not_in_the_list(self):
        self.assertEqual(2, self.run_script(["builds"])[0].returncode)

    def test_every_group_of_the_makefile_is_in_the_list(self):
        listed = set(line.strip()[1:-1] for line in (TOOLS / "packages.txt").read_text().splitlines() if line.startswith("["))
        makefile = (TOOLS.parent / "Makefile").read_text()
        asked = [group for line in makefile.splitlines() if "$(install_packages)" in line for group in line.split("||")[0].split("$(install_packages)")[1].split()]
        self.assertTrue(asked)
        self.assertLessEqual(set(asked), listed)


class Tidy(unittest.TestCase):
    def test_a_file_is_read_again_when_what_it_includes_changed(self):
        with tempfile.TemporaryDirectory() as folder:
            header = Path(folder) / "a.h"
            header.write_text("int a;")
            before = lint.fingerprint(["c++ a.cpp"], [header])
            header.write_text("int b;")
            self.assertNotEqual(before, lint.fingerprint(["c++ a.cpp"], [header]))

    def test_reads_what_ninja_says_about_dependencies(self):
        text = textwrap.dedent("""\
            src/a.cpp.o: #deps 2, deps mtime 1 (VALID)
                ../../src/a.cpp
                /usr/include/stdio.h

            src/b.cpp.o: #deps 1, deps mtime 1 (STALE)
                ../../src/b.cpp
            """)
        self.assertEqual({"src/a.cpp.o": ["../../src/a.cpp", "/usr/include/stdio.h"], "src/b.cpp.o": ["../../src/b.cpp"]}, lint.parse_dependencies(text))


if __name__ == "__main__":
    unittest.main()

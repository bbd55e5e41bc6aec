/** English words by what they mean. */
import { FIGURES_EN } from './idioms-en.ts'
import type { Lexicon } from './tag.ts'

export const CONCEPTS_EN: Lexicon = {
  ...FIGURES_EN,
  task: `
    meeting, meetings, email, emails, mail, inbox, slide, slides, deck, spreadsheet, spreadsheets, jira, ticket, tickets, powerpoint,
    zoom, standup, standups, excel, form, forms, survey, training, webinar, retro, sprint, sprints, status update, printer, workshop,
    icebreaker, icebreakers, deploy, deploys, bug, bugs, merge, merges, password, passwords reset, invoice, invoices, timesheet,
    timesheets, kpi, kpis, okr, okrs, agenda, buzzword, synergy, teams call, conference call, videoconference, team building,
    expense report, expenses, expense tool, code review, deadline, deadlines, mondays, captcha, software, tool, pdf, macro, font,
    reorg chart, newsletter, typo, migration, reply all, calendar invite, commute, karaoke, build, pipeline, sharepoint, outlook, sap,
    crm, hold music, phone menu, parking, coffee machine, microphone, mic, demo, escape room
  `,
  work: `
    work, working, job, project, projects, office, company, role, team, client, clients, customer, customers, boss, manager, career,
    department, colleague, colleagues, coworker, coworkers, promotion, salary, budget, launch, release, rollout, roadmap, product, sales,
    quarter, audit, contract, contracts, vendor, onboarding, handover, review, feedback, presentation, report, reports, task, tasks,
    workload, shift, overtime, position, certification, course, exam, interview, hiring, strategy, stakeholder, stakeholders, server, app,
    feature, system, code, process, policy, reorg, merger, target, targets, pricing, vacation, holiday, holidays, leave, break,
    weekend off, goals, goal, dashboard, deputy, branch, employees, startup, pitch, hybrid
  `,
  laugh: `
    haha*, hahah*, lol, lmao, rofl, jk, jeje*, jaja*, xd, kidding
  `,
  cond: `
    if, than, another, one more, every time, again
  `,
  than: `
    than
  `,
  cant: `
    can not, could not, not able, unable, not know how, not know if i can, not know if, not sure if, not sure i can, not think i can,
    not strong enough, no strength, no energy, not have the strength, not have the energy, tired to, no longer can, how can i, how do i,
    how much longer can i, how long can i, can not see myself, can not imagine, not see myself, not know how i will
  `,
  not: `
    not, never, no, nor, neither, nothing, nobody, without, hardly, barely, none, stopped, lost, no longer, nowhere, zero
  `,
  want: `
    want, wants, wanted, wanting, wish, wishes, wished, wishing, hope, hopes, hoped, hoping, need, needs, needed, longing, rather, sooner,
    prefer, prefers, preferred, ready, going, about to, plan, plans, planned, planning, intend, intends, intending, intention, intentions,
    decided, decide, deciding, determined, trying, try, tried, tempted, urge, urges, impulse, impulses, compulsion, like to, love to,
    pray, prays, prayed, praying, beg, begging, deserve, deserves, deserved, should, ought, dream, dreams, dreaming, fantasi*, willing,
    feel like, felt like, craving, desire, crave, wouldnt mind, would not mind, okay with, ok with, fine with, glad to, gladly, meant to,
    supposed to, tempting, close to, thoughts, choose to, waiting to, keen to, will, would, might, may, could, let me, if only
  `,
  desire: `
    want, wants, wanted, wanting, wish, wishes, wished, wishing, hope, hopes, hoped, hoping, need, needs, needed, rather, sooner, prefer,
    ready, going, plan, plans, planned, planning, intend, intending, decided, determined, trying, tried, tempted, urge, urges, impulse,
    pray, prays, prayed, praying, beg, begging, deserve, deserves, deserved, should, dream, dreams, dreaming, fantasi*, feel like,
    would not mind, about to, thoughts of, thinking of, thinking about, think about, thought about, thought of, considering, choose,
    better off, easier to, waiting to, love to, like to, keen to, meant to, let me, gladly, if only, only want, catch myself, time to,
    time i, prepared to, okay with, fine with, supposed to, goal, aim, goal is, my goal, planning on, the plan is, might as well,
    time for me to, it is time to, long, longing, aching
  `,
  muse: `
    think, thinking, thinks, thought, thoughts, consider*, contemplat*, imagin*, picture, picturing, obsess*, fantas*, daydream*, idea,
    ideas, research*, googl*, visions, images of, plan, planning, planned, looked up, looking up, look up, searched, searching,
    reading about, read about, reading up, reading, my head, my mind, on my mind, dwell*
  `,
  die: `
    die, dies, dying, dead, death, perish, deceased, cease, not wake, stop breathing, the dead, dying person, not live, dead one,
    die already, not breathe, had died, have died, i died
  `,
  unalive: `
    suicid*, kms, kill myself, unaliv*, end my/his/her/their/your own? life/lives, ending my/his/her/their own? life,
    ends his/her/their/my own? life, take/took/taking/takes my/his/her/their own life, take/taking my life, took his/her/their life,
    off myself, offing myself, top/topping myself, topping himself, do myself in, did himself in,
    do/did/doing away with myself/himself/herself, end myself/himself/herself, ending myself/himself, self delete, delete myself,
    commit sui*, committed sui*, end it all, ended it all, ending it all, ends it all, die by my own hand, attempted last,
    an attempt on my/his/her life, my last attempt, my attempt, her attempt, his attempt, finish myself,
    put an end to my/his/her life/myself, sleep with the fishes, catch the bus, took an overdose, take an overdose, taken an overdose,
    taking an overdose, overdosed, overdosing, overdose on my, another overdose
  `,
  kill: `
    kill, kills, killing, killed, hang, hanging, hanged, hangs, drown, drowning, drowned, shoot, shooting, shot, poison, poisoning,
    suffocate, suffocating, strangle, electrocute, stab, stabbing, murder, gas
  `,
  self: `
    myself, himself, herself, themselves, themself, yourself, ourselves, oneself
  `,
  end: `
    end, ends, ending, ended, stop, stopping, finish, finishing, over, done, quit, terminate, be over
  `,
  itall: `
    it all, everything, all this, all of this, all of it, the pain, the suffering, my suffering, this pain, the misery, the hurt,
    this life, any of it, it would all, it all would, it to all, it to be over
  `,
  forever: `
    forever, for ever, for good, permanently, once and for all, for eternity, eternally, for all time, and never, and not wake, completely
  `,
  now: `
    tonight, today, tomorrow, soon, this weekend, this week, this time, right now, now, on @day, by @day, this @day, after @day,
    next week, next month, this month, before christmas, by christmas, in the morning, by morning, this evening, friday, sunday,
    @day night, for real
  `,
  day: `
    monday, tuesday, wednesday, thursday, friday, saturday, sunday, christmas, january, february, march, april, may, june, july, august,
    september, october, november, december
  `,
  alive: `
    be alive, being alive, stay alive, staying alive, keep myself alive, still alive, alive anymore, remain alive, exist, existing,
    existence, live, living, be living, keep living, keep on living, go on living, keep existing, breathe, breathing, wake up, waking up,
    wake, woken up, wake tomorrow, be born, been born, born, see tomorrow, see another day, see next year, see the new year, see another,
    be in this world, in this world, on this earth, on this planet, this life, life anymore, my life anymore, be here anymore,
    here anymore, be on earth, survive, be around anymore, make it to tomorrow, stick around, see my next, live past, live to, live until,
    stay in this world, keep breathing, open my eyes, keep waking up, get up again, get up ever, get out of bed ever
  `,
  here: `
    be anymore, be here !at/by/until/till/when/next/late/for/on/tomorrow/after/before/alone/every/to/in/with/working/today,
    being here !at/by/until/when/late/for/on/to/in/with, be around !at/by/until/when/people/them/him/her/for/the/my/that/those,
    exist !in/only/on, stay here !at/until/late/for/to/with/working, be anywhere !near/else/but
  `,
  goon: `
    going on, carrying on, keep on going, keep fighting, keep trying, keep doing this, bear it, bear this, stand it, hold on, hang on,
    live like this, fight anymore, face another, face tomorrow, face the, get through another, get through the night, do life,
    start again, start over, carry this, carry the, go on living, survive this, take the pain, do another,
    go on !with/to/about/holiday/vacation/the/a, carry on !with, keep going !with/to/for, keep on !with, continue !with/to/the/my/working
  `,
  anymore: `
    anymore, like this, no more, any of it, another day, one more day, much longer, longer, any further, another night, another minute,
    all of this, the night, tomorrow, any more, much more, another hour, another, one more hour, one more minute, one more night, of it,
    of this, alone
  `,
  life: `
    life, my life, living, existence, life itself
  `,
  bad: `
    is much, much for me, exhausting, unbearable, hell, torture, pointless, punishment, agony, meaningless, worthless, unlivable,
    a prison, a nightmare, a burden, hurts, not for me, intolerable, not worth it, senseless, empty, over, done, finished, a chore,
    suffering, pain, a curse, wasted
  `,
  them: `
    her, him, them, his wife, his kids, her kids, the kids
  `,
  giveall: `
    most of my, all of my, all my, nearly everything, almost everything, everything i own, all of it, everything
  `,
  reason: `
    reason, reasons, point, purpose, sense, meaning, use, will, motivation, why
  `,
  careless: `
    stopped looking when/before/both, not look both ways, not looking both ways, not look when i cross, not look before i cross,
    cross without looking, cross the road without, stopped wearing my seatbelt/helmet/harness/belt, not wear my seatbelt/helmet/harness,
    not bother with the seatbelt/helmet, drive fast on purpose, if it happens it happens, whatever happens happens to me
  `,
  comeback: `
    coming down, come down, come back, coming back, come home, coming home, drive back, be back, step back, walk back, return,
    get up again, come up, come back up, wake up, brake, hit the brakes, swim back, get back, make it back, turn back, getting on,
    get on the train, get on it
  `,
  future: `
    future for me, future with me, future in which, hope left, any hope, reason to stay, reasons to stay, reason to stay alive,
    myself in the future, future for myself, me in it, come out of it, come out of this, come out the other side, be happy again,
    be happy, end to this, tomorrow for me, next year for me, next month for me, way out for me, place for me, to stay for, to live for,
    left to live for, worth living for, keeping me here, keeps me here, holding me here, left for me, to go on for
  `,
  clarify: `
    not mean the company/job/office/work, not mean work, not talking about work/the job, not about work/the job, not the job,
    not at the company, not at work, not a figure of speech, mean it, not joking, not being dramatic, not exaggerating, not a joke,
    for real this time, life i mean, life itself, as in alive, not here at the company, not the work, not work, serious this time,
    dead serious
  `,
  spare: `
    nobody has to, nobody is left with, nobody else has to, not a mess for, not leave a mess, not owe anyone, without owing
  `,
  payout: `
    insurance pays/covers/clause/payout/money/policy pays?, life insurance, suicide clause, policy pays/covers, pays out, the payout
  `,
  absolute: `
    or anything else, or anything, any week, or ever, ever again, any day, any year, anyone anymore, anything anymore, anything ever
  `,
  place: `
    garage, drawer, nightstand, glovebox, glove, bag, locker, mouth, lap, car, trunk, boot, desk, wallet, closet, attic, basement, bed,
    pillow, table, bathroom, cabinet, shed, cupboard, purse, backpack, keyboard, dashboard, pocket, hand, hands, wardrobe, dresser,
    cellar, loft, van, truck
  `,
  harmless: `
    camping, camp, trip, garden, gardening, kitchen, cook, cooking, recipe, climbing, climb, boat, sailing, hunting season, range,
    blood pressure, allergy, allergies, headache, headaches, vitamin, vitamins, remind me, moving house, craft, hike, hiking, museum, gym,
    fitness, toast, cheese, bread, theatre, stage, cable management, network, ethernet, safety training, safety course, toolbox,
    inspection, scouts, dog, thyroid, prescription for, pharmacy, hospital, patient, patients, clinic, ward, nurse, bad news, commute,
    view, pharmac*, vet, anesthe*, chemist, paramedic, lab, my gp, doctor gave, flu, fever, antibiotics, mother, dose for the
  `,
  rehearse: `
    practising, practicing, practiced, practised, rehearsing, rehearsed, testing, tested, tried out, learned to tie, learning to tie,
    learnt to tie, how to tie, measured, measuring
  `,
  gas: `
    engine running, garage shut, garage door shut/closed/down, garage closed, carbon monoxide, exhaust pipe, hose from the exhaust,
    hose to the exhaust, helium tank, charcoal grill inside, gas on, oven on and
  `,
  ultimatum: `
    if i leave, if i left, if i break up, if i dump, if i go, if i end it, if i take the job, if i divorce, if i move out
  `,
  handed: `
    sent/gave/given/handed/left me/us all? his/her their? passwords/keys/key/bike/tools/watch/dog/cat/plants/guitar/locker/ring,
    gave/given/giving/gives away his/her/their/most tools/bike/things/stuff/clothes/guitar/books/of, thanked/hugged everyone,
    said/says his/her goodbyes, apologized to everyone, paid back everyone
  `,
  what: `
    what is the, what's the, what is, see the, is there a, is there any, see any, see a, see why, know why, find any, find one, find a,
    find a single
  `,
  tired: `
    tired, sick, exhausted, weary, done, fed up, bored, finished, had enough, had it, over it, worn out, out of strength
  `,
  hate: `
    hate, hates, hated, despise, loathe, regret, resent, annoyed, angry, disappointed, sad, upset, gutted, furious, sorry, disappointment,
    damn, shit, ugh, fuck, why am i, dread, curse
  `,
  woke: `
    wake up, woke up, waking up, woken up, wake, still here, still alive, survived, be alive, being alive, am alive, it failed,
    it did not work, came back clear, woken up again, woke up again, still breathing, made it through, here again, woke me, wake me
  `,
  sleep: `
    sleep, asleep, sleeping, bed, fall asleep, close my eyes, night, nap
  `,
  notwake: `
    not wake, never wake, not wake up, never waking, not waking, not waking up, never waking up, without waking, never woke, not woken,
    last forever, never have to wake, never had to wake, never open my eyes, not open my eyes, never get up
  `,
  disappear: `
    disappear, disappearing, vanish, vanishing, fade away, be gone, cease, evaporate, be erased, erase myself, be nothing, cease to be,
    be switched off, switch off, be turned off, be no more
  `,
  world: `
    off the face of the earth, from this world, from the world, from this earth, from the face of the earth, from existence,
    off this earth, off this planet, without a trace
  `,
  leaveworld: `
    leave/leaving/exit/exiting/quit/depart this/the world/life/earth/planet, checking out of life, check out of life,
    done with this world, done with life, done with living, done with this life, opt out of life, opting out of life, out of this life,
    out of this world, no longer of this world, meet my maker, go to heaven, be with god, finished with life, through with life,
    stop existing, cease to exist, stopped existing, never been born, never existed, not been born, never born, never be born
  `,
  takeme: `
    take/kill/end/hit/hits/kills/takes/took/killed/crush/run/runs/strike/finish me/it/us, happen/happens/happened to me
  `,
  failing: `
    crash, crashes, crashed, crashing, go down, went down, going down, snaps, snap, gives out, give out, gave out, terminal, malignant,
    cancer, fatal, bad news, fall out of the sky, collapses, bursts, do not make it, does not make it, explode, explodes, is bad,
    is serious, stops beating, stop beating, stopped beating, went off the road, goes off the road, go off the road, flipped, rolled over,
    skidded, left the road, never landed, did not land, broke down mid air, quit, gives up, give up beating, fail, fails, failed me
  `,
  fate: `
    plane, car, truck, bus, train, lorry, heart, lightning, cancer, accident, tumor, illness, disease, sickness, something, cable, lift,
    elevator, scan, results, god, lord, stroke, aneurysm, asteroid, crash, heart attack, brakes, virus, infection, bullet, van, bridge,
    building, roof, storm, we
  `,
  hope: `
    hope, hopes, hoping, hoped, wish, wishes, wishing, wished, pray, prays, praying, prayed, want, wanted, wanting, if only, waiting for,
    fantasi*, dream, dreaming, imagine, imagining, relief, relieved, not mind, not care, glad, fine, welcome, disappointed,
    disappointment, thankful, grateful, okay with, fine by me, would be nice, how nice
  `,
  fatal: `
    terminal, fatal, incurable, malignant, cancer, tumor, heart attack, aneurysm, stroke, deadly, terminal illness, disease, plane crash
  `,
  relief: `
    relief, relieved, glad, happy, happier, welcome, lucky, fine, grateful, easier, good, better, peaceful, peace, comforting, comfort,
    nice, envy, envious, jealous, disappointed, quick, quickly, thankful, mind, care, bad, freedom, okay, simpler, the answer, an answer,
    a solution, way out, only way, only option, an option, lucky you, quiet, rest, restful, appealing, attractive, tempting,
    why do they get to, why them and not me
  `,
  dead: `
    dead, dying, death, the dead, dead people, obituaries, the grave, not waking up, not existing, being dead, be dead, non existence,
    not being alive, corpses, cemetery, graveyard
  `,
  gone: `
    gone, dead, died, die, not here, not around, not alive, no longer here, not here anymore, not exist, out of the way,
    out of the picture, out of their lives, out of her life, out of his life, out of everyone's way, disappear, disappeared, vanish,
    vanished, not wake up, did not exist, never existed, never been born, was not alive, not be here, not be around, removed,
    killed myself, missing forever, never born, no more, not in the picture, not in the way, not part of it
  `,
  ifi: `
    if he, if she, if they, if he was, if she was, if i, if i was, if i were, once i, once i am, when i, when i am, after i, after i am,
    if i am, i am, i was, i were, i would, until i am, as soon as i, the day i, i, should i, me being, me, if i had
  `,
  people: `
    everyone, everybody, they, family, kids, children, wife, husband, parents, world, people, partner, mother, mum, mom, dad, father,
    friends, daughter, son, he, she, others, girlfriend, boyfriend, you, loved ones, team, life, lives, it, sister, brother, planet,
    siblings, grandparents, grandkids, grandchildren, relatives, little girl, little boy, stepkids, nephews, nieces, cousins
  `,
  betteroff: `
    better, happier, easier, simpler, relieved, relief, fine, best, freer, free, at peace, lighter, thank me, cope, manage, move on,
    get over it, stop worrying, breathe again, sigh of relief, finally rest, better off, be okay, be glad, be ok, rid of me, less stress,
    forget me, improve, celebrate, get over me, get over it quickly, be over me, breathe easier, breathe, easier without, peace,
    have peace
  `,
  withoutme: `
    without me, without him, without her, without them, without us, rid of me, not having me, on her own, on their own, without my, w/o me
  `,
  burden: `
    burden, dead weight, waste of space, waste of oxygen, waste of air, waste of skin, waste of a, drain on, nuisance, millstone,
    disappointment to everyone, useless to everyone, weight around, a problem for everyone, take up space, taking up space, taking up air,
    taking up oxygen, in everyone's way, drag everyone down, drag them down, drag them all down, bring everyone down, ruin everyone,
    ruin everything, hurt everyone, does not need me, do not need me, no use to anyone, no good to anyone, no good to anybody,
    weight round, weight on everyone's, weight on their, albatross, a drag on
  `,
  deserve: `
    deserve, deserves, deserved, find someone, find somebody, find a, better dad, better father, better mother, better mum,
    better husband, better wife, someone better, somebody better
  `,
  nobody: `
    nobody, not a soul, who would, who will, would anyone, will anyone, not anyone, does anyone, would anybody, wonder who,
    wonder if anyone, not one person, who, doubt anyone
  `,
  miss: `
    notice, notices, noticed, miss, misses, care, cares, cry, mourn, come, remember, mind, bother, grieve, shed a tear,
    know the difference, show up, be sad
  `,
  funeral: `
    my funeral, my own funeral, my grave, my gravestone, my headstone, my coffin, my casket, my ashes, my obituary, my own obituary,
    my eulogy, my own eulogy, my wake, my burial, my cremation, my tombstone, a plot for myself, my memorial, my own grave
  `,
  insured: `
    insurance, life insurance, payout, pays out, pay out, pension, worth more dead, worth more
  `,
  pays: `
    dead, family, kids, wife, husband, children, pays, pay, covers, cover, clause, mortgage, debts, debt, gets, get, passes, two years,
    runs, provided, house, better
  `,
  pills: `
    pill, pills, tablet, tablets, paracetamol, tylenol, ibuprofen, acetaminophen, aspirin, meds, medication, medications, medicine,
    painkillers, opioids, oxy, oxycodone, fentanyl, morphine, insulin, sedatives, benzos, valium, xanax, diazepam, antidepressants,
    tranquilizers, ambien, codeine, prescriptions, overdose, tramadol, oxycontin, hydrocodone, quetiapine, zopiclone, lithium, warfarin,
    digoxin, propranolol, amitriptyline, lorazepam, clonazepam, klonopin, temazepam, melatonin gummies, sleeping, ketamine, barbiturates,
    potassium, propofol, prescription, vial, vials, syringe, capsules, sleeping pills, painkiller, sedative, antidepressant
  `,
  rope: `
    rope, noose, nooses, belt, cord, cable, ligature, knot, knots, sheet, beam, rafters, rafter, helium, hose, exhaust pipe,
    carbon monoxide, engine running, charcoal, nitrogen, plastic bag, hook, extension cord, dressing gown belt
  `,
  gun: `
    gun, guns, pistol, rifle, shotgun, revolver, firearm, handgun, bullets, bullet, ammo, glock, service weapon, weapon, shells,
    teach me to shoot, learn to shoot, learning to shoot, shooting range
  `,
  blade: `
    blade, blades, razor, razors, razor blade, razor blades, knife, knives, scalpel, box cutter, boxcutter, craft knife, scissors,
    stanley knife, exacto, compass, needle, pin, tack, shard, broken glass, safety pin, nail scissors, tweezers
  `,
  height: `
    bridge, roof, rooftop, balcony, window, cliff, cliffs, ledge, overpass, viaduct, parapet, railing, edge, parking structure,
    parking garage, car park, multistorey, multi storey, top floor, building, tower, crane, scaffolding, platform edge, dam, quarry,
    tenth floor, roof edge, barrier, drop, guardrail, roof hatch, key to the roof, roof key, hatch
  `,
  vehicle: `
    train, trains, traffic, truck, trucks, lorry, lorries, bus, tram, subway, metro, tube, tracks, platform, railway, oncoming, express,
    highway, motorway, freeway, rails, the line, the 7, underpass, station, train station, level crossing
  `,
  crash: `
    wall, tree, pillar, pole, lamppost, barrier, median, oncoming, embankment, river, lake, canal, cliff, bridge support, truck, lorry,
    traffic, underpass, concrete, ditch, sea, ocean, water, ravine
  `,
  water: `
    river, lake, sea, ocean, canal, the water, quarry, reservoir, pier, harbor, harbour, beach at night, dam, weir
  `,
  poison: `
    bleach, antifreeze, poison, rat poison, cyanide, drain cleaner, pesticide, weedkiller
  `,
  jump: `
    jump, jumping, jumped, jumps, throw/throwing/threw/thrown/fling/flinging/hurl/hurling/chuck/drop/dropping/launch myself, leap,
    leaping, step/stepping/stepped in front of, step/stepping/stepped off, step/stepping out into, step/stepping into,
    walk/walking/walked into, walk/walking off, walk/walking in front, fall off, falling off, let go of, letting go, lean over,
    leaning over, leaning out, lean out, stand/standing/stood in front, lie down on, lying down on, lay down on, lie on, go over,
    going over, tip over, drive off, driving off, drove off, over the edge, not step back, will not step back, step forward,
    stepped forward, stepping forward, took a step, a step closer, one more step
  `,
  drive: `
    drive, driving, drove, swerve, swerving, crash, crashing, steer, steering, veer, veering, ram, wrap, wrapping, slam, run my car,
    run the car, turn the wheel, let go of the wheel, let go of the steering, floor it, the wheel, handlebars, unbuckle, unbuckled,
    take off my seatbelt, took off my seatbelt, undo my seatbelt
  `,
  at: `
    on, at, by, near, over, off, from, in front of, beside, under, onto, out of, to, up to, into, standing, sitting
  `,
  stand: `
    stand, standing, stood, sit, sitting, sat, am on, climbed, climbing, climb, look down, looking down, looked down, parked, on the,
    went up, walk to, drove to, lean, leaning, wait on, waiting on, go up, going up, edge of, pause on, stopped on, hover, closer,
    lingering, linger
  `,
  have: `
    have, has, had, got, bought, buy, own, keep, keeps, kept, hide, hidden, hid, hiding, stash, stashed, stashing, save, saved, saving,
    collect, collected, collecting, hoard, hoarding, stockpil*, counted, count, counting, lined, line, loaded, load, borrowed, ordered,
    order, picked up, found, hold, holding, held, staring, stare, look at, looking at, looked at, there is, sharpened, in my, tested,
    practicing, practising, practised, practiced, tied, tie, tying, know where, know how, bottle, bottles, boxes, packet, packets, bag,
    set aside, laid out, handful, took, take, taking, swallow, swallowed, swallowing, emptied, cleaned, bring, brought
  `,
  stash: `
    stash*, stockpil*, hoard*, saving up, saved up, save up, collecting, been saving, been collecting, counted, count them, counting,
    lined up, laid out, put aside, set aside, enough, all my, all the, whole bottle, the whole, a whole, full bottle, handful, handfuls,
    bottle of, load of, bunch of, every, in one go, at once, all of them, whole packet, whole pack, boxes of, months of, months worth,
    weeks of, leftover, hidden, hide, hiding, for when, in case, 10, 12, 15, 20, 24, 25, 30, 40, 50, 60, 80, 90, 100, 200, twenty, thirty,
    forty, fifty, sixty, hundred, many, many of, whole, entire, loads of, lots of, saved the, saved my, kept the, kept all, enough of,
    enough to, piles of, stack of
  `,
  ready: `
    ready, waiting, tonight, in/under/by/on/beside/inside/behind my/the/our/a @place, hidden, loaded, next to me, in front of me,
    on the nightstand, on my nightstand, on the table, calling me, calling, bad days, bad day, in case, for when, at the bottom of,
    closet, attic, basement, trunk, today is the day, for it, to my head, in my nightstand, by my bed, beside my bed, under the bed,
    under my pillow, waiting for me, within reach, my neck, around my neck, twice, every night
  `,
  took: `
    take, taking, took, taken, swallow, swallowed, swallowing, down, downed, eat, ate, drink, drank, drinking, inject, injecting,
    it takes, you need, mix, mixing, overdose
  `,
  lethal: `
    lethal, fatal, deadly dose, deadly amount, stop your heart, stops your heart, stop my heart, what dose, painless, painlessly,
    quickest, least painful, peaceful way, quick way, easy way, way to go, ways to go, ways to die, ways to do it, hurt less, would hurt,
    it hurts, fatal dose
  `,
  lookedup: `
    googled, google, googling, search, searched, searching, looked up, looking up, look up, read, reading, researched, researching,
    found out, worked out, work out, calculated, figured out
  `,
  doit: `
    do it, doing it, go through with it, going through with it, went through with it, done it, did it, end it, ending it, finish it,
    be done with it, get it over with, go for good, do something stupid, do something drastic, do something to myself, harm myself,
    follow through, do it properly, do it right, get it right, that is when, that is my chance, my chance, something permanent,
    something irreversible, something final, something i can not undo, something i can not take back, finish the job,
    finish what i started, take the step, take the leap, get it done, already ended, ended it already, make it quick, join them
  `,
  unseen: `
    everyone is asleep, everyone goes to bed, everybody goes to bed, asleep, house is empty, house to myself, home alone,
    alone in the house, nobody is home, they are away, he is away, she is away, wife is away, kids are away, kids are at,
    everyone has left, everyone left, everyone leaves, after everyone, when they leave, when everyone, when nobody, goes to work,
    are asleep, is asleep, gone to bed, at her mother's, at his mother's, out of town, are out, is out, without anyone, at my parents,
    be alone, i will be alone, have the house, left alone, on my own tonight, to myself
  `,
  courage: `
    courage, guts, nerve, balls, bottle to, brave enough, nerve to, had the guts, had the courage, the guts, brave, not brave enough,
    coward
  `,
  dateset: `
    chosen/picked/set/circled/fixed/settled on? a/the/my date/day/spot/place/method/bridge/tree !for/of/to/with/off/job/care/where/at/that/in,
    have/got a date and, have/got a method, have a plan and/to/for, have a method, have it all planned, got it all planned,
    have it all worked out, worked out how, worked out exactly how, know how i would, know exactly how, know how i will, know which,
    know where i would, i have planned it, planned it all, planned how, planned everything, got a plan, have a plan !for/with/of,
    know how i am going to do it, how i am going to do it, how i would do it, how i will do it, know how and when,
    know how i want to do it, know how i want to go, know when and how, know where and how, decided on a date/day !for/of/to,
    i have a date !for/of/to/with/at, got a date in mind
  `,
  accident: `
    look like an accident, looks like an accident, think it was an accident, seem like an accident
  `,
  lastday: `
    last day, my last night, last night on, my last birthday, my last christmas, my last week, my last weekend, the last time,
    one last time, one final time, last goodbye, my last message, my last words, last dinner, last meal, last supper, last hug,
    final goodbye, final message, last letter, the last one
  `,
  unplanned: `
    not plan to be, not plan on being, not intend to be, not intend to, not expect to, not planning to be, not planning on,
    not be here to, not going to be, will not be, not be around, not be there, never be there, no next year, not see, no longer be,
    not have to, not make it, not be needing, not need, not coming down, not drive back, not come back, not coming back, not come home,
    not be back, not be coming, never see, not going to make it, not going to need, not matter, not be a, not around, not step back,
    not walk back, never come back, not survive, not live to, no tomorrow, not going to see
  `,
  later: `
    next year, next week, any week, next month, monday, tuesday, wednesday, thursday, friday, the weekend, christmas, summer, winter,
    spring, autumn, birthday, wedding, graduation, tomorrow, anymore, again, alive, much longer, for it, after, ever, then, the morning,
    thirty, forty, fifty, sixty, new year, grow up, soon, stairs, longer, long
  `,
  afterme: `
    when i am gone, once i am gone, after i am gone, when i am dead, after i am dead, after my death, if i am gone, when i am not around,
    when i am not here, when i am no longer, i will be gone, i would be gone, be gone by, won't be around, not be around, not be here,
    no longer be here, no longer be around, not around to, not here to, cope without me, manage without me, struggle after,
    when it is over, before i go, before i leave this, where i am going, after i do it, after it is done, when i go,
    if anything happens to me, if something happens to me, in case something happens to me, in case anything happens to me, by the time,
    already be gone, have left this world, be dead by then
  `,
  readthis: `
    reads this, read this, you read, get this message, find this, find me, find my body, see this message, finds me, found me, get this,
    hear this
  `,
  care: `
    take care of, look after, taken care of, looked after, feed, care for, make sure, tell, promise to, promised to, raise, home for,
    get my, gets my, have my, keep my, belong to
  `,
  kin: `
    kid, kids, child, children, son, sons, daughter, daughters, wife, husband, partner, mum, mom, mother, dad, father, parents, sister,
    sisters, brother, brothers, family, girlfriend, boyfriend, fiance, fiancee, baby, grandma, grandpa, nan, gran, loved ones, dog, dogs,
    cat, cats, pet, pets, friends, friend, everyone, each of them, everybody, him, her, them, boys, girls, niece, nephew, people i love,
    you all, mates, siblings, grandparents, grandkids, grandchildren, relatives, little girl, little boy, stepkids, nephews, nieces,
    cousins
  `,
  love: `
    love, loved, loves, sorry, forgive, proud, not their fault, not her fault, not his fault, not your fault, was my fault,
    nobody's fault, tried
  `,
  note: `
    note, notes, letter, letters, a video, videos, voice message, messages, emails, cards, birthday cards, goodbye, goodbyes, farewell,
    last words, passwords, instructions, bank details, my will, the will, will and
  `,
  write: `
    wrote, write, writing, written, left, leave, leaving, recorded, record, recording, scheduled, filmed, typed, drafted, finished,
    finish, sorted, signed, updated, made, done, changed, put, wrote down, noted
  `,
  giveaway: `
    gave/given/giving/give/gives/giving away, gave/given/giving/give/gives @kin? my/his/her/their all? _? _? away,
    gave/given/giving/handed/handing my/his/her dog/dogs/cat/cats/guitar/bike/tools/records/watch/car/books/clothes/ring/things/stuff/plants/jewelry/keys/collection/everything to/away,
    rehomed, rehoming, found a? new? home/homes for my/the/him/her dog/dogs/cat/cats/pets/pet/kitten/rabbit,
    found my cat/cats/dog/dogs a new? home, getting rid of all/everything/my, got rid of all/everything/most/my
  `,
  belongings: `
    things, stuff, belongings, possessions, everything i own, everything, clothes, dog, cat, cats, dogs, guitar, books, records, watch,
    jewelry, collection, bike, tools, plants, most of my, my car, pets
  `,
  affairs: `
    affairs in order, things in order, will is signed, sorted the will, sorted my will, wrote my will, made my will, updated my will,
    changed my will, sorting out my will, cancelled my, cancelled the subscriptions, cancelled all, closed my accounts, cleared my,
    cleaned out, cleaned my, cleaned the, tidying up, tidied up, tied up loose ends, tying up loose ends, paid off my debts, paid off all,
    paid all my, paid the rent, rent is paid, paid up, deleted my photos, deleted my accounts, deleted all my, wrote down the passwords,
    wrote down my passwords, passwords are in, passwords for, settled my debts, everything is in order, everything is arranged, prepaid,
    given notice on the flat, signed the house over, transferred the house, put the house in, burial plot, funeral plan,
    where everything is, where all the papers, plants are watered, cat is with, dog is with, everything is paid, desk is empty,
    never been this tidy, where the spare key, where my papers, my papers are, where the will is, where my will is
  `,
  calm: `
    calm, calmer, peaceful, at peace, peace with it, my peace, made peace, made my peace, feel lighter, relieved, relief, serene,
    strangely happy, finally free, not scared, no longer scared, slept well for the first time, lighter than, lighter, at ease, settled,
    no more fear, ready now, feel free, weight off, weight lifted
  `,
  secret: `
    nobody knows, no idea, not know that, do not know, does not know, did not know, they think, he thinks, she thinks, everyone thinks,
    without telling, not told anyone, not telling anyone, told my wife it was, told her it was, told him it was, told them it was,
    not suspect, suspects nothing, nobody suspects, as if nothing, pretend*, lied to, secretly
  `,
  bye: `
    goodbye, goodbyes, farewell, bye everyone, bye all, bye forever, goodbye world, goodbye everyone, goodbye everybody, goodbye all,
    adieu
  `,
  sayto: `
    say, said, saying, tell, told, telling
  `,
  finality: `
    this/it is/will be the last time i/you, this is my goodbye, goodbye forever, goodbye world, goodbye cruel world, goodbye everyone,
    goodbye everybody, goodbye to everyone, goodbye to you all, suicide note, final goodbye, last goodbye, last goodbyes,
    said my goodbyes, saying my goodbyes, say my goodbyes, said his goodbyes, said her goodbyes, say goodbye to somebody,
    say goodbye to someone, say goodbye to my kids, say goodbye to my mum, on the other side, in the next life, in another life,
    in the afterlife, not be a problem for anyone, not be a problem anymore, no longer be a problem, not be a burden anymore,
    not be a bother anymore, soon be over, over soon, nearly over, almost over, soon none of this, will all be over, it will be over,
    not be bothering you, not bother anyone again, not bother you again, not trouble you again, none of this will matter,
    forgive me for what, sorry for what i am about, sorry for what i am going, tell them i love, tell her i love, tell him i love,
    last time you hear from me, last you will hear, last you hear, i will be gone, i am leaving and not coming back,
    not coming back and i do not mean, one way ticket, no return ticket, without a return, not be a next year/christmas/birthday for me,
    no next year for me, no tomorrow for me, not be around much, not be here much, not be with you much, sorry to everyone,
    sorry everyone, forgive me everyone, tell them i am sorry, tell everyone i, late for me now, late for me, please tell my
  `,
  hurt: `
    hurt, hurts, hurting, harm, harms, harming, harmed, cut, cuts, cutting, burn, burns, burning, burned, burnt, scratch, scratching,
    scratches, punish, punishing, injure, injuring, mutilate, mutilating, hit, hitting, bruise, bruising, bite, biting, starve, starving,
    choke, choking, carve, carving, stab, stabbing, scald, scalding, slice, slicing, punch, punching, pinch, pinching, slam, slamming,
    crush, pierce, press, pressing, jab, sticking, stick, hold, drag, dragging, dig
  `,
  limb: `
    arm, arms, leg, legs, wrist, wrists, thigh, thighs, skin, stomach, forearm, forearms, ankles, body, flesh, belly, hips, veins, throat,
    neck, hand, hands, palm, palms, fingers, knuckles, face, head, ribs, knees, chest, scalp, hip, shoulder, shin, calf, forehead
  `,
  selfharm: `
    self harm, self harming, self harmed, self harms, self injury, self injure, self injuring, self mutilation, self hurt, cutting again,
    started cutting, been cutting, start cutting, back to cutting, went back to cutting, relapsed, cutting myself, cut myself,
    burn myself, burned myself, burning myself, hurting myself, hurt myself, harming myself, harm myself, hitting myself,
    scratching myself, punishing myself, starving myself, starve myself, choking myself, biting myself, pull my hair out, fresh cuts,
    new cuts, scars on my
  `,
  bleed: `
    bleed, bleeds, bleeding, blood, bled, raw, bruise, bruised, bruises, pass out, numb, scar, scars, until it hurts, until it is quiet,
    cannot think, can not think, blisters, swell, swells, swollen, black and blue, bloody
  `,
  until: `
    until, till, to feel, to make it, when nobody, in secret, in the bathroom, in the toilet, in the shower, every night
  `,
  onpurpose: `
    on purpose, deliberately, intentionally, as punishment, as a punishment, to punish myself, punish myself, because i deserve,
    i deserve it, deserve to hurt, deserve to be hurt, deserve pain, deserve the pain, do not deserve, not deserve, as a penalty,
    as penance, penance, to pay for it, penalty, as a lesson to myself, because i deserved, deserved it
  `,
  deny: `
    not eat, not eaten, stopped eating, not eating, stopped taking, not taking, skip my, skipping my, skipped my, not take my, starving,
    starve, threw up, throw up, make myself sick, made myself sick, hand on the, hand in the, hand under, unclipped, unclip,
    without a harness, boiling, hot stove, hot iron, insulin, skip meals, stove, iron, flame, lighter, cigarette, let myself fall,
    fell down the stairs, broke my, not allowed myself to eat, not let myself eat, not allow myself to eat, not allow myself food,
    forbid myself to eat
  `,
  relieves: `
    helps, help, only thing, only time, calms, calm, quiet, quiets, relief, release, feel something, feel better, feel alive, cope,
    control, makes it stop, can not stop, only way, only relief, settles me, takes the edge off, clears my head, makes me feel,
    need the pain, need to feel, hurts less, like the pain
  `,
  headbang: `
    hit/hitting/bang/banging/banged/smash/smashing/slam/slamming/knock my/his/her head against/on/into the/a,
    punch/punching/punched/hit the/a/my wall/walls/locker/mirror/thighs/legs/face/stomach until/till, dig/digging/dug my nails,
    pull out my hair, pulling out my hair, tear out my hair, stub out cigarettes on, put cigarettes out on
  `,
  sleeves: `
    long sleeves, sleeves, hoodie in, bandage, bandages, plasters, wristbands, bracelets to hide, hide my arms, hide the scars,
    hide the cuts, cover the scars
  `,
  partner: `
    husband, wife, boyfriend, girlfriend, bf, gf, partner, spouse, fiance, fiancee, ex, stepdad, stepfather, stepmother, stepmum, father,
    dad, mother, mum, mom, brother, son, uncle, roommate, flatmate, housemate, boss, manager, supervisor, colleague, coworker, customer,
    client, man, guy, neighbor, neighbour, stalker, someone, he, she, they, who, landlord, foreman, sister, cousin, patient, passenger,
    driver, bloke, pimp, dealer
  `,
  home: `
    husband, wife, boyfriend, girlfriend, bf, gf, partner, spouse, fiance, fiancee, ex, stepdad, stepfather, stepmother, father, dad,
    mother, mum, mom, brother, uncle, he, she, hubby, old man
  `,
  me: `
    me, us, my kids, my children, my son, my daughter, our kids, our son, our daughter, my mum, my mom, my mother, the kids, our children,
    the children
  `,
  strike: `
    hit, hits, hitting, beat, beats, beating, beaten, punch, punches, punched, punching, slap, slaps, slapped, slapping, kicks, kicked,
    kicking, choke, chokes, choked, choking, strangle, strangles, strangled, strangling, shove, shoves, shoved, pushes, pushed, burned,
    burns, attacked, attacks, rape, rapes, raped, raping, assaulted, assaults, assault, stabbed, headbutted, whips, whipped, smacks,
    smacked, smack, batter, batters, battered, hurts, tortures, abuse, abuses, abused, abusing, molested, molests, forces himself on,
    forced himself on, forced herself on, bites, bit, grabs, grabbed, drags, dragged, thrashes, thrashed, threw, throws, tied, knocked,
    slams, slammed, pinned, pins, kick, groomed, touched, gropes, spits at, spat at
  `,
  strong: `
    hit, hits, hitting, beat, beats, beating, beaten, punch, punches, punched, punching, slap, slaps, slapped, choke, chokes, choked,
    choking, strangle, strangles, strangled, strangling, rape, rapes, raped, raping, assaulted, assaults, stabbed, headbutted, whips,
    whipped, smacks, smacked, batters, battered, tortures, molested, molests, forced himself on, forces himself on, thrashes, kicks,
    kicked, burned, shoved, shoves, drags, dragged
  `,
  assaulted: `
    was/am/being/been/got/get/getting raped/beaten/beat/assaulted/molested/stalked/strangled/trafficked/choked/stabbed/attacked/punched/kicked/slapped/hit up?,
    raped me, raped by, rape me, sexually assaulted, sexually abused, physically abused, beaten up, beats me up, beat me up,
    gives me bruises, gave me a black eye, black eye from, battered woman, his fist, her fist,
    husband's/boyfriend's/wife's/partner's/father's/dad's/stepdad's/girlfriend's fist/hands/belt/temper, domestic abuse victim,
    victim of domestic, hands round/around/on/over my neck/throat/mouth, hands round my, hand over my mouth, by the throat, by the hair,
    by the neck, held me down, pinned me down, raise/raises/raised his/her hand to/at, comes/came into my room at night,
    comes into my bed, touches me at night, locked/locks/lock me in/inside/up/out, keeps me locked, chained me,
    took/takes/keeps/has/kept/hid/hides my passport/keys, not let me leave, not let me out, will not let me leave, not let me go out,
    not let me see my, held/holding me hostage, death threat, death threats, forced me to have sex, made me have sex, drugged me,
    spiked my drink, get a slap, get a beating, get a hiding, gets violent, got violent, is violent, violent with me, physical with me,
    violent at home, abusive husband/wife/partner/boyfriend/girlfriend/father/relationship/marriage,
    throws/threw/throwing things/plates/stuff/bottles/chairs at me/us, swollen face, split lip,
    broke my/two arm/nose/rib/ribs/wrist/jaw/finger/fingers/of, broken rib/ribs, burned me with, kicks/kicked/hits/hit me in the,
    shared/sharing/leak/leaked my nudes, pushed/pushes/shoved/shoves/kicked/threw/throws me down/against/into/across/out, have me killed,
    get me killed, had me killed, told the hospital, where it does not show, where nobody sees, where it will not show,
    shows up at my house, beaten black and blue, marital rape, he makes me sleep, she makes me sleep, burns me, spits on me,
    smashed/broke/threw/hit it/something/phone/plate/plates/bottle/a over/at/on/against my arm/head/back/face/me,
    hands under my clothes/shirt/skirt/dress, does/did things to me, forces me to, forced me to, made me touch, right hook,
    has a good right, touches me where, comes to my bed, pay for it at night, pay for it later, finish me next time, throw acid,
    pour acid, acid in my face, forced/forces himself/herself on me/us, pillow over my face, hand over my face, held my head under,
    tried to smother me, tried to drown me, threw/poured/throws/pours boiling/hot/scalding water/oil/coffee/tea at/on/over me
  `,
  weapon: `
    gun, knife, pistol, weapon, machete, bat, hammer, shotgun, crowbar, iron bar, acid, axe, blade, rifle
  `,
  pull: `
    pulled, pulls, points, pointed, held, holds, waved, waves, put, puts, threatened, threatens, used, came at, comes at, chased, chases,
    has, had, brought, keeps, showed, shows, swung, with a
  `,
  threat: `
    threat, threats, threaten, threatens, threatened, threatening, promised, swears, swore, vowed, says he, says she, said he, said she,
    said they, saying they, says they, saying he, told me he, told me she, texted that, message saying, warned, tells me he, tells me she
  `,
  will: `
    will, would, going, is going, might, could
  `,
  slay: `
    kill, kills, killing, shoot, stab, burn, murder, strangle, behead, finish, hurt, harm, beat, bury, rape, attack, destroy, get, find,
    acid
  `,
  fear: `
    afraid, scared, terrified, frightened, fear, dread, dreading, not safe, unsafe, petrified, in danger, feel safe, safe,
    can not get to me, can not reach me, can not find me, hiding from my, hiding from him, hiding from her, running from my,
    running from him, only safe place
  `,
  gohome: `
    go home, going home, be home, at home, home to, get home, going back to him, going back to her, go back to him, go back to her,
    of my husband, of my wife, of my boyfriend, of my partner, of my ex, of my dad, of my father, of my girlfriend, of him, of her,
    of my son, of my stepdad, when he drinks, when she drinks, in my own home, in my own house, of what he, of what she, he comes home,
    he gets home, his key, key in the, with him, he will hit/kill/hurt/find/beat/come/be/do, she will hit/kill/hurt/find/beat
  `,
  knowswhere: `
    knows/know where i/we live/work/park/sleep, know/knows where my/our kids/children/family/daughter/son, know/knows which/what school,
    photo/photos/picture/pictures of my house/kids/daughter/son/children/door, followed/follows/following me home/to/from/everywhere,
    waits/waiting/wait/waited for me outside/after/at, waiting outside my/the, waits outside my/the, parked outside my/the,
    sits outside my, outside my house/door/flat/building, stalking me, stalks me, stalked me, tracker on my car, tracks my phone,
    tracking my phone, bullet in, come for me, come after me, coming for me, coming after me, be back to finish, find me and, finish me,
    end up in a bag
  `,
  control: `
    checks/reads/takes/took/controls/monitors/hides/hid/keeps/has all? my phone/phones/messages/money/salary/wages/passport/keys/bank/card/cards/papers/id/documents/pay,
    not allowed to leave, not allowed to see, not allowed to have, lock the door, have to hand over my, controls everything,
    controls what, punishes me, makes me beg, makes me kneel, cut me off from
  `,
  bruise: `
    bruise, bruises, bruised, black eye, split lip, swollen, marks on my neck, broken rib, concealer, foundation, makeup to, scarf to,
    sunglasses to, walked into a door, fell down the stairs, fell again, walked into a, flinch, flinches, my eye, eye is swollen,
    because of my eye
  `,
  excuse: `
    hide, hiding, cover, covering, told, tell, said, say, lie, lied, camera, was not, from, because, not true, no he, he, she, again,
    third time, this month, gave me, are from, makes
  `,
  victim: `
    boss, manager, supervisor, wife, husband, kids, baby, child, coworker, coworkers, colleague, colleagues, people, them, him, her,
    everyone, someone, somebody, ex, neighbor, girlfriend, boyfriend, mother, father, son, daughter, team, hr, director, ceo, family,
    myself and, teacher, students, patients, customers, whoever
  `,
  attack: `
    kill, killing, shoot, shooting, stab, stabbing, hurt, hurting, murder, murdering, strangle, poison, poisoning, blow up, burn down,
    bomb, run over, beat, smash his, smash her, harm, harming, choke, smother, make them pay, make him pay, make her pay, slit,
    strangling, choking, slitting, torture, torturing, burning down, burn the, running over
  `,
  serious: `
    gun, knife, rifle, pistol, tonight, for real, not joking, not a joke, scared i, afraid i, mean it, in my bag, in my backpack, urge,
    urges, voices, planned, planning, bought, going to bring, list, on monday, frightened, they will see, scares me, in my car,
    with my own hands, i will do it, hit list, fantasi*, his street, her street, his house, her house, where he lives, where she lives,
    followed him, followed her, followed him home, in the parking lot, i can see myself, waiting for him, waiting for her, his car,
    in his sleep, in her sleep
  `,
  dark: `
    hopeless, hopelessness, no hope, despair, desperate, empty, emptiness, numb, worthless, unbearable, pointless, meaningless, darkness,
    dark place, dark, black, bleak, broken, trapped, no future, no way out, rock bottom, end of my rope, end of the line, end of the road,
    end of my tether, nothing left, no strength left, no fight left, lost everything, nothing matters, ruined, beyond help,
    failed at everything, agony, torment, hell, suffocating, drowning, no one left, nobody left
  `,
  strongdark: `
    no reason to live, no reason to be alive, nothing to live for, nothing left to live for, nothing left for me, no one to live for,
    nobody to stay for, nobody to live for, nothing to stay for, no reason to stay, not trust myself, not feel safe with myself,
    not safe with myself, not safe on my own, not safe alone, scared of myself, afraid of myself, scared of what i might,
    scared what i might, afraid of what i might, scared of what i could, afraid of what i could, afraid what i might,
    frightened of what i might, what i might do tonight, what i might do to myself, voices tell me, voices telling me, voices say,
    head tells me to, head keeps telling me, head telling me to, already dead, dead inside, end of my rope, end of my tether,
    at the end of the road, no way out for me, see no way out, not see a way out, not see any way out, no other way out, no hope left,
    lost all hope, lost the will, no will to live, over for me, finished for me, no future for me anywhere, a black hole,
    not come out of this, nothing to lose, do not want to start again, not want to start over, can not start again, not be okay again,
    never be okay, never be happy again, never get better, will never change, not get better, only one way, only one thing left,
    one way this ends, one way to stop, end the pain, stop the pain, make the pain stop, make it stop forever, stop hurting forever,
    stop forever, out of reasons, run out of reasons, running out of reasons, ran out of reasons, not see a reason, not see any reason,
    no reason to go on, no point in going on, no point going on, no point in living, no point living, not worth living,
    not worth it anymore life, life is not worth, life has no meaning, life is over, my life is over, life is pointless,
    life is meaningless, stopped caring whether, do not care if i live, not care whether i live, not care if i live,
    whether i live or die, if i live or die, whether i wake up, if i wake up, care if i die, no desire to see, rather not be alive,
    rather not exist, rather not be here, be here anymore, be alive anymore, want out of life, want out of my life, done with life,
    meant to be alive, meant to be here in this world, should not be alive, should not be here at all, should not exist,
    should never have been born, no place in this world, not belong in this world, not belong on this earth, not need me in it,
    without me in it, fine without me, better without me, better off without me, better off dead, worth more dead, ready to go for good,
    ready to die, life i mean, not made for this world, not made for this life, nothing will fix me, nothing can fix me,
    nothing can help me, nothing can save me, can not be fixed, past saving, beyond saving, beyond repair, damaged beyond,
    nothing keeps me, nothing is keeping me, no part of me wants, know how this ends, know how it ends, hope i do not make it,
    part of me died, living corpse, walking corpse, done existing, stay alive for, ready for it to be over, waiting to die,
    waiting for it to be over, waiting for the end, running on empty and done, not want to be a person, not want to be me anymore,
    not want to be conscious, do not deserve to live, not deserve to live, not deserve to be alive, not deserve to exist, deserve to die,
    should have died, should be dead, never have been born, mistake that i was born, me alive, the only exit left, only exit,
    only way out, only escape, exit left, my life i mean, i mean my life, do anything to make it stop, anything to make it stop,
    make it stop, had a good run, lived long enough, lived enough, is enough of a life, had enough of life, wait for it to be over,
    waiting for it to end, wait for it to end, wait for the end, closing my eyes at the wheel, no more of me, no me anymore,
    not be here by then, not be around by then, can/could/will not live with this !_, can/could/will not live with it/myself/what,
    not live with it/myself, not live with this !_, heart stops in, heart would stop, heart to stop, heart would give out,
    heart gives out, give up on life, giving up on life, gave up on life, given up on life, breaking point and, my life is worthless,
    life is worthless, my life is nothing, life means nothing, life is nothing, one way to make it stop, one way to make this stop,
    one way to end, do to myself, what i will do to myself, not want to try anymore, nobody can reach me
  `,
  worry: `
    worried, worry, worries, concerned, concern, afraid for, scared for, alarmed, bad feeling, can not sleep, how do i help,
    how can i help, how do i support, how can i support, what do i say, what should i do, what can i do, what do i do, should i tell,
    should i call, how do i talk, how to talk, how do i ask, is it my place, not know what to do, tell me what to do, who do i call,
    who should i call, should we call, not joking, think he means it, think she means it, means it, dead serious, not a joke
  `,
  oddsign: `
    strange smile, gone quiet, not right, not himself, not herself, drinking, withdrawn, stopped eating, not answering, not picking up,
    phone off, turned her phone off, turned his phone off, hung up, deleted, posted, hugged everyone, thanked everyone, tracking her,
    tracking his, flinches, black eye, bruises, scars, cuts, long sleeves, not logged in, not been seen, missing, not turned up,
    said he is done, says he is done, she is done, shotgun, pistol, rifle, morphine, pills, tablets, rope, in case, not expect him,
    not expect her, passwords, goodbye, bye, give up, giving up, hopeless, burden, note, scissors, blade, razor, locked in, hits her,
    hits him, threatening, on the roof, on the bridge, not being here, not being around, talks about death, talking about death,
    talks about dying, talking about dying, talks about ending, not wanting to, better off dead, not want to be here
  `,
  howmuch: `
    how many, how much, how long it takes, how high, what dose, which pills, which meds, without pain, method, methods
  `,
  bearing: `
    do this, do it, take it, take this, take anymore, take much more, handle it, handle this, cope, deal with it, deal with this, fight,
    pretend, make it through, stand this, stand it, stand another, take another hour, take another minute, stand one more, bear another,
    breathe
  `,
  endit: `
    end it, ending it, end things, end this !meeting/call/series/project/practice/contract/chat/conversation/session, be done with it all,
    be done with everything
  `,
  edge: `
    ledge, parapet, railing, guardrail, wrong side of the, other side of the barrier, edge of the roof, edge of the platform,
    edge of the bridge, edge of the cliff
  `,
  change: `
    change, changing, get better, improve, getting better
  `,
  revenge: `
    pay for this, make them pay, make him pay, make her pay, they will see, he will see, she will see, they will regret, he will regret,
    she will regret, get what they deserve, get what he deserves, get what she deserves, revenge
  `,
  offroad: `
    driving off the road, drive off the road, going off the road, crash my car, crashing my car, crash the car, crashing the car,
    crashing the van, steering into, driving into a, drive into a, driving into oncoming, drive into the
  `,
  farewell: `
    goodbye letter, goodbye letters, goodbye note, goodbye notes, goodbye video, farewell letter, farewell note, goodbye message,
    final message, last letter
  `,
  seeing: `
    hugged, hug, visit, visited, visiting, thanked, thanking, saying thank you, called, calling, see, seeing, saw, seen, dinner with,
    lunch with, cooked, walked, kissed, held, hear, told them, played, everyone i love, everybody i love, places i loved
  `,
  getthrough: `
    get through tonight/today/the/this/another/one, make it through tonight/today/the/this/another, survive tonight/the/this/another,
    face tonight/tomorrow/another, make it to morning/tomorrow, last the night/week/weekend, see morning,
    getting through the/this/tonight/another, making it through the/this/tonight/another, making it to
  `,
  reach: `
    make it, make it to, make it through, get to, get past, live to, live past, see, reach, last, be alive, turn, survive, be around for,
    around for, still be here
  `,
  season: `
    winter, summer, spring, autumn, fall, christmas, new year, next year, this year, the year, my birthday, next birthday, birthday,
    easter, thirty, forty, fifty, sixty, tomorrow, morning, next month, the night, sunrise, the weekend, the week
  `,
  insteadof: `
    should have been me, could have been me, wish it was me, wish it had been me, why not me, why was it not me, should be me,
    been me instead, trade places, swap places, changed places, change places
  `,
  accidents: `
    accident, crash, died, dying, die, dead, cancer, fire, explosion, not him, not her, killed, coffin, funeral, patient, sick, ill
  `,
  noshow: `
    if i do not turn up, if i do not show up, if i do not come in, if i do not come back, if i do not wake up, if i do not appear,
    if i am not there, if i am not here, if i do not answer, if i stop answering, if you do not hear from me, if i disappear,
    if i go missing, if i do not make it, if i go quiet
  `,
  selfcause: `
    did them myself, did it myself, did that myself, did this myself, did it to myself, do it to myself, doing it to myself,
    did this to myself, made them myself, self inflicted, gave them to myself, i am the one doing it, my own doing, made them with,
    made it with, i made them, did them with, on my own skin
  `,
  injury: `
    burns, cuts, marks, scars, wounds, wound, bruises, scratches, cut, burn, scabs, blisters, lines, tally marks, notches
  `,
  hiding: `
    can not get to me, can not reach me, can not find me, hiding from my/him/her, running from my/him/her, escape from my/him/her,
    escape him/her
  `,
  futureword: `
    future, tomorrow, a future, version of the future, next year
  `,
  planning: `
    making plans, make plans, plan ahead, planning ahead, planned beyond, plan beyond, plans beyond, plan anything, planned anything,
    bought anything for
  `,
  bedead: `
    be dead, being dead, dead by, dead before, not be alive, not to be alive
  `,
  howto: `
    how to, ways to, way to, best way to, easiest way to, quickest way to, methods to, way to go, ways to go, easiest way, quickest way,
    fastest way, best way to go
  `,
  eyesclosed: `
    close my eyes, closing my eyes, closed my eyes, shut my eyes, shutting my eyes, let go of the wheel, hands off the wheel,
    take my hands off the
  `,
  road: `
    motorway, highway, freeway, driving, drive, wheel, road, bike, motorbike, bend, lorry
  `,
  worst: `
    the worst, bad news, bad results, the bad kind, malignant, something bad, serious
  `,
  notmove: `
    not move, not step aside, not get out of the way, not duck, not jump aside, not run, not fight it, not call for help, not swerve,
    not brake
  `,
  access: `
    key to the roof, roof hatch, roof key, access to the roof, the roof door, door to the roof, safe code, key to the safe,
    gun cabinet key
  `,
  phoneoff: `
    phone off, phone is off, turned my phone off, turned off my phone, switched off my phone, left my phone, phone at home
  `,
  cango: `
    i can go, i can go now, i can leave now, free to go, ready to leave now, nothing left to do
  `,
  ifhappens: `
    if something/anything happens/happened, if something/anything were/was to happen, in case something/anything happens,
    should something/anything happen
  `,
  inherit: `
    inherit, inherits, beneficiary, who gets, go to my, goes to my, next of kin, my will
  `,
  pet: `
    dog, cat, pets, cats, dogs, hamster, parrot, rabbit
  `,
  hot: `
    kettle, boiling water, boiling, hot iron, iron, stove, hot plate, lighter, candle, cigarette, cigarettes, flame, curling iron
  `,
  habit: `
    habit, every time, each time, whenever, for every, for each, every night, every day, again and again, when nobody
  `,
  cameraoff: `
    camera is off, camera off, camera on, keep my camera, no camera, sunglasses, wear a scarf, makeup
  `,
  linger: `
    for twenty minutes, for an hour, for hours, two hours, an hour, half an hour, long time, for ages, staring, watching, stared,
    looking down, long, a while, longer than, slowing down, slow down, at the drop, wonder what it would, wondering what it would,
    what it would feel
  `,
  standing: `
    standing on/at/by/near, stood on/at, sitting on/at/by, i am on, i am at, i am up on, am on the, am at the, climbed onto, climbed on,
    climbed over, on the wrong side, will be on the, will be at the, be standing on
  `,
  brink: `
    bridge, rooftop, roof, ledge, cliff, tracks, overpass, railing, parapet, viaduct, train tracks, railway, edge
  `,
  thanks: `
    thank you for everything, thanks for everything, thank you for being, thanks for being, thank you for trying, you were kind,
    you were good to me, you have been good
  `,
  trapped: `
    no way out, no escape, no exit, no way forward, no hope, no light, no end to this, no end in sight to this pain, can not escape,
    can not get out of this
  `,
  hopeless: `
    hopeless, hopelessness, worthless, despair, no hope, utterly alone, completely alone, totally alone, broken inside, empty inside,
    dead inside, beyond broken, unlovable
  `,
  keepsafe: `
    keep myself safe, stay safe tonight, be safe alone, stay safe, be trusted alone, trust myself, safe with myself, safe on my own,
    safe alone
  `,
  neck: `
    my neck, around my neck, round my neck, my throat
  `,
  enough: `
    can not take it anymore, can not take this anymore, can not take anymore, can not do this anymore, can not do it anymore,
    can not go on, can not keep going, can not carry on, can not bear it, can not stand it anymore, can not cope anymore,
    can not handle it anymore, can not fight anymore, had enough of everything, had enough of it all
  `,
  mass: `
    shoot/kill/stab/murder/burn everyone/everybody/people/them in/at/all/there, shoot up,
    blow up/burn down the/this/that office/building/place/warehouse/company, shoot/kill them all, bring a gun to, bring my gun to,
    take a gun to, take my gun to, bomb the
  `,
  remember: `
    remember me, remembered, be remembered, think of me
  `,
  irreversible: `
    something permanent, something irreversible, something i can not undo, something i can not take back, something drastic,
    something final, do something stupid, something stupid to myself, there is no coming back from
  `,
  apply: `
    pour, pouring, press, pressing, pressed, hold, holding, held, put, putting, run, stub, stubbing, place, drip, poured, touch
  `,
  news: `
    tell my, tell him, tell her, admit, confess, report card, empty handed
  `,
  figurative: `
    figuratively, to speak, not mean it literally, not mean literally, not literally
  `,
  packetall: `
    the whole packet/pack/box/bottle/strip/lot/jar, the entire packet/pack/box/bottle, every last one, all of them at once,
    them all at once, everything in the cabinet, everything in the medicine
  `,
  ifiwent: `
    if i went, if i left, once i left, once i am away
  `,
  free: `
    free, in peace, rest, breathe, relieved, a life again, their life back, his life back, her life back
  `,
  deservebetter: `
    deserve/deserves a mum/mom/dad/father/mother/wife/husband/partner/better/friend, deserve/deserves better/someone/somebody
  `,
  swimout: `
    swim out, swimming out, walk into the sea/water/river/lake/ocean, walking into the sea/water/river/lake/ocean, wade into, wade in
  `,
  keepsake: `
    something to keep, something to remember, something of me, something from me, to remember me
  `,
  needsoon: `
    need them soon, need it soon, will need them, will need it, needs them soon, come in handy soon
  `,
  acton: `
    act on them, act on it, act on my thoughts, act on the, acting on it, acting on them, give in to them, give in to it, listen to them,
    do what they say
  `,
  alonewith: `
    alone with my thoughts, alone with my head, alone with my mind, alone with myself, alone tonight, being alone
  `,
  readygo: `
    ready to go, lived long enough, had enough, waiting to go, ready to join
  `,
  stopper: `
    only thing stopping me, only thing keeping me, only thing that keeps me, only thing holding me, all that keeps me, only reason i am,
    only reason i have not, only reason i did not, what keeps me from
  `,
  unstoppable: `
    nobody can/could/will stop me, nobody is going to stop me, nobody can talk me out, nobody can save me, not be talked out of,
    not try to stop me, not stop me
  `,
  misery: `
    out of my misery, end my misery, out of this misery
  `,
  thisday: `
    today is the day, tonight is the night, this is the day, this is the night, it is time, time has come
  `,
  ghost: `
    a ghost, empty shell, a shell, a corpse, a zombie, walking dead, a piece of furniture, hollow
  `,
  acquire: `
    bought, buy, buying, ordered, got hold of, picked up, got myself, stole, took home, taking home
  `,
  amount: `
    packs, packets, boxes, bottles, strips, three, four, five, lots of, plenty of
  `,
  foundme: `
    find me in the morning, find me dead, find my body, find me hanging, find me there, found me dead, after they find me,
    whoever finds me, who finds me
  `,
  battle: `
    losing the battle/fight, lost the battle/fight, losing this battle/fight, losing my battle, losing against my
  `,
  painless: `
    without pain, painless, painlessly, without suffering, no pain, least painful, not hurt
  `,
  whyhave: `
    why do i have to, why must i, why am i still, why do i still, why should i keep, why do i keep, why did i have to, why am i
  `,
  obsess: `
    can not stop thinking, keep thinking about, keep looking at, keep going to look, can not stop looking, keep staring,
    think about it all, always on my mind, calls me, calling me, keep picturing
  `,
  absolve: `
    not his/her/their/your/anyone's fault/doing, none of this was, nobody is to blame, nobody's fault, not to blame,
    could not have helped, could not have saved, nothing you could have
  `,
  aftertonight: `
    after tonight, after today, after tomorrow, from tomorrow on, after this weekend, by tomorrow
  `
}

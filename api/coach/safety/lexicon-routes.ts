/** What is for people whose task it is, not for a coach: phrases by topic, English and Spanish. */
import type { RouteTopic } from '../../contract/safety.ts'
import { compile, type Classes } from './patterns.ts'

const CLASSES: Classes = {
  boss: 'boss|manager|supervisor|director|colleague|coworker|co worker|teammate|lead|team lead|ceo|head|client|customer|senior|vp|he|she|they|someone|guy|man|people|everyone|team|owner|executive',
  jefe: 'jefe|jefa|supervisor|supervisora|director|directora|companero|companera|companeros|companeras|gerente|cliente|encargado|encargada|el|ella|alguien|tipo|equipo|todos|responsable|coordinador|coordinadora|dueno|duena|superior',
  trait:
    'woman|women|female|man|gay|lesbian|trans|black|asian|latina|latino|muslim|jewish|christian|pregnant|pregnancy|disabled|disability|old|older|age|young|accent|race|skin|skin color|religion|gender|sex|sexuality|sexual orientation|nationality|ethnicity|hijab|foreigner|immigrant|origin|mother|maternity|autistic|adhd|wheelchair|maternity leave|hair|faith|too old|too young|kids|my age|headscarf|illness',
  rasgo:
    'mujer|mujeres|gay|lesbiana|trans|negr[oa]|indigena|musulman[a]?|judi[oa]|embarazad[oa]|embarazo|discapacidad|discapacitad[oa]|edad|mayor|viej[oa]|joven|acento|raza|piel|color de piel|religion|genero|sexo|sexualidad|orientacion sexual|nacionalidad|etnia|velo|extranjer[oa]|inmigrante|migrante|origen|madre|maternidad|latin[oa]|homosexual|hijos|silla de ruedas|autista|moren[oa]|gitano|gitana|baja maternal|enfermedad|tener hijos'
}

const PHRASES: Readonly<Record<RouteTopic, readonly string[]>> = {
  harassment: [
    '(harass|harassed|harasses|harassing|harassment|bully|bullied|bullies|bullying|mobbing|mobbed|groped|gropes|groping|sexually|hostile work environment|humiliates|humiliated|belittles|belittled|belittling)',
    '{boss} .. (touches|touched|touching|grabbed|grabs|kissed|groped|rubbed|brushes|brushed|hugs|stares at|staring at|leers|leering|hits on|hitting on|flirts|insults|insulted|insulting|screams at|screamed at|screaming at|yells at|yelled at|yelling at|shouts at|shouted at|shouting at|mocks|mocked|mocking|ridicules|ridiculed|threatens|threatened|calls me|called me|swears at|excludes|excluded|spreads rumors|sabotages|picks on|picking on|singles|makes fun of|making fun of|laughs at|made fun of|propositioned|curses at|demeans) .. (me|my (body|waist|leg|thigh|back|shoulder|shoulders|chest|breasts|butt|hair|legs|knee|work|face|accent))',
    '(sexual|inappropriate|lewd|obscene|dirty|sexist|racist|suggestive|unwanted|explicit|homophobic|creepy|vulgar|degrading) (comment|comments|joke|jokes|remark|remarks|advance|advances|message|messages|touching|photo|photos|picture|pictures|attention|gestures|texts|contact|harassment|proposition|innuendo)',
    '(comment|comments|remarks|jokes|joke) .. (about|on) my (body|breasts|legs|looks|appearance|clothes|chest|sex life|weight|skirt|dress|figure)',
    '(sleep|go to bed|go out|date|dinner) with (him|her|my (boss|manager)) .. (promotion|raise|or|if|job|otherwise|contract|in exchange)',
    '(in front of|before) (everyone|the (whole|entire)? ?team|all|others|the office) .. (humiliat|insult|scream|yell|shout|called me|stupid|idiot|useless|cry)\\w*',
    '(humiliat|insult|scream|yell|shout|called me|belittl|ridicul|mock)\\w* .. (in front of|before) (everyone|the|all|others|my|our|colleagues)',
    '(silent treatment|freezing me out|gang up on me|ganging up on me|rumors about me|gossip about me|isolates me|isolated me|isolating me)',
    '(acosan?|acosado|acosada|acosando|acosador|acosarme|acosaron|hostigamiento|hostigan?|hostigado|hostigada|humillacion|humillaciones|humillado|humillada|humillan|humillarme|ridiculizan|ridiculizarme|menospreci\\w+|mobbing|bullying|intimidan|intimidacion|intimidarme)',
    '(me|nos) .. (acosa|acosan|acoso|acosando|hostiga|hostigan|humilla|humillan|humillo|ridiculiza|ridiculizan|menosprecia|menosprecian|intimida|intimidan|manosea|manoseo|toquetea|insulta|insultan|insulto|grita|gritan|grito|gritando|insultando|humillando|denigra|ningunea|ningunean|hace el vacio|hacen el vacio|hace la vida imposible|hacen la vida imposible|excluye|excluyen|amenaza|amenazan|amenazo|hace de menos|falta al respeto|faltan al respeto|falta el respeto|hacen bullying|maltratan|maltrata|hace bullying|trata mal|tratan mal|trata como|discriminan|apartan|aparta|aislan|hacen la ley del hielo|aplica la ley del hielo|hace sentir incomoda|hace sentir incomodo)',
    '{jefe} .. (me|nos) .. (toca|toco|tocado|tocar|besa|beso|roza|rozo|abraza|agarra|agarro|mira de|miro|propuso|propone|insinua|insinuo|manosea|grita|grito|insulta|humilla|manda mensajes|envia mensajes|invita a salir|acaricia|acaricio|puso la mano|pone la mano|acorrala|persigue)',
    '(comentarios|bromas|chistes|insinuaciones|mensajes|fotos|tocamientos|propuestas|miradas|proposiciones|contacto|comentario|chiste) (sexual|sexuales|obscen[oa]s?|machistas?|racistas?|fuera de lugar|subid[oa]s de tono|inapropiad[oa]s?|no desead[oa]s?|sexistas?|homofob[oa]s?|lasciv[oa]s?|indecentes|de mal gusto|incomod[oa]s?)',
    '(comentarios|bromas|chistes|comentario) .. (sobre|de) mi (cuerpo|pecho|piernas|ropa|fisico|aspecto|escote|falda|peso|apariencia|figura|vida sexual)',
    'acoso (laboral|sexual|moral|escolar|en el trabajo|en la oficina)?',
    '(delante de|enfrente de|frente a) (todos|todo el (equipo|mundo)|mis companeros|la oficina|los demas|todas|el equipo|clientes|los clientes) .. (humill|insult|grit|llam|inutil|idiot|ridicul|burl)\\w*',
    '(humill|insult|grit|llam|ridicul|burl)\\w* .. (delante de|enfrente de|frente a) (todos|todo|mis|la|los|todas|el|clientes)',
    '(se burla|se burlan|se rie|se rien) de (mi|mi acento|mi cuerpo|como)'
  ],
  discrimination: [
    '(discriminat(ed|ion|ing|ory|es?)|racism|racist|sexism|sexist|homophob\\w+|ageism|ageist|xenophob\\w+|transphob\\w+|ableism|ableist)',
    '(because|due to|over|based on|on account of) (of my|of|i am|i was|being|my|i have|i got|of being) (a|an|too|my|the|only)? (only)? {trait}',
    '(passed over|denied|refused|not (promoted|hired|considered)|paid less|less pay|earn less|pay gap|lower salary|excluded|demoted|rejected|overlooked|treated differently|sidelined|not get the promotion|lost my) .. (because|since|after|for|due|than|as) .. (i (am|was|told|announced|came back|got|became)|my|being|men|male|a man|white|the men|{trait})',
    '(only|never) (men|male|white|young|straight) .. (promoted|get|promotion|leadership|promote)',
    '(women|mothers|people like me|foreigners|older people|people my age) .. (do not|never|can not|not) .. (promoted|get|chance|promotion|belong|lead)',
    '(too (old|young)) for (this|the|a) (job|role|position|company|promotion|team)',
    '(discrimin\\w+|racis\\w+|machis\\w+|homofob\\w+|xenofob\\w+|transfob\\w+)',
    '(por|porque|debido a|a causa de|por culpa de) (ser|soy|estar|estoy|tener|mi|mis|venir de|tengo|quede|me quede|quedarme) (de|una|un|la|mi|muy)? {rasgo}',
    '(no me|me) .. (ascendieron|ascienden|contrataron|promovieron|pagan menos|dan el puesto|dieron el puesto|dieron el ascenso|negaron|quitaron|relegaron|bajaron|excluyen|degradaron|apartaron|dieron la promocion|dejaron fuera) .. (por|porque|desde|tras|despues|al) .. {rasgo}',
    '(cobro|gano|me pagan) menos .. (que|por) .. (companeros|hombres|hombre|ellos|varones|mujer|mis)',
    '(solo|siempre) (ascienden|promueven|contratan) (a)? (hombres|jovenes|blancos|los hombres|varones)'
  ],
  dismissal: [
    '(i|me|my|us|am|was|been|being|get|got|getting|be|gonna|going to|they|we|is|he|she) .. (fired|laid off|let go|dismissed|made redundant|terminated|sacked|pushed out|forced to resign|forced out|lose my job|losing my job|lost my job|axed|on a pip|put on a pip)',
    '(fire|sack|dismiss|terminate|lay|get rid of|push|force) (me|us) (off|out|to resign|to quit)?',
    '(severance|redundancy|layoff|layoffs|lay offs|wrongful termination|unfair dismissal|performance improvement plan|termination letter|notice period|termination|pink slip|exit package|settlement agreement|dismissal)',
    '(position|job|role|contract|post) (has been|was|is|will be|is being|got|being) (eliminated|cut|terminated|made redundant|not renewed|ended|scrapped|axed|not being renewed)',
    '(on|under) (a|notice of) (pip|dismissal|redundancy)',
    '(me|nos) (van a|quieren|han|acaban de|pueden|podrian|amenazan con|amenazo con|acaba de|ha|va a|intentan)? (a)? (despedir|despedido|despedida|despidieron|despiden|despida|despidan|echar|echado|echan|echaron|correr|corrieron|corren|corrido|botaron|botar|rescindir|rescindido|prescindir|liquidar|liquidaron|cesar|cesado|cesaron|desvincularon|desvincular|desvinculan|rajar|rajaron|poner en la calle|puesto en la calle|forzar a renunciar|obligar a renunciar|obligan a renunciar|presionan para renunciar|presionan para que renuncie|invitaron a renunciar)',
    '((?<!me )despido|despidos|finiquito|indemnizacion|liquidacion|carta de despido|baja voluntaria|baja incentivada|ere|erte|renuncia forzada|preaviso|desvinculacion|recorte de personal|recortes de personal|rescision)',
    '(perder|perdi|perdido|quedarme sin|quede sin|quedo sin|quedado sin|pierdo) (mi|el)? (trabajo|empleo|puesto)',
    '(no me) (renuevan|renovaron|van a renovar|han renovado|renovaran|renueven) .. (contrato)?',
    '(mi|el) (puesto|contrato) .. (eliminad|amortiz|suprim|desapar|termin|cancel|no se renueva)\\w*'
  ],
  medical: [
    '(chest pain|pain in my chest|chest pains|panic attack|panic attacks|anxiety attack|anxiety attacks|heart palpitations|palpitations|heart racing|fainted|fainting|passed out|dizzy spells|short of breath|can not breathe|numbness in|numb arm|blood in|coughing blood|seizure|seizures|migraines|vomiting|throwing up)',
    '(antidepressant|antidepressants|medication|medications|sertraline|prozac|xanax|lexapro|adderall|ritalin|meds|dose|dosage|zoloft|beta blockers|sleeping pills|anti anxiety|ssri|ssris|melatonin|prescription)',
    '(diagnosed|diagnosis|diagnose|symptom|symptoms|adhd|bipolar|clinical depression|depression|depressed|burnout|burn out|eating disorder|anorexia|bulimia|ptsd|anxiety disorder|autism|addiction|alcoholic|alcoholism|cancer|tumor|lump|diabetes|pregnant|miscarriage|surgery|chronic pain|thyroid|hypertension|blood pressure)',
    '(sick leave|medical leave|disability leave|doctor|psychiatrist|therapist|physician|emergency room|hospital)',
    '(drink|drinking|drank|drugs|cocaine|alcohol|wine|weed|bottle) .. (every (night|day|evening|morning)|too much|to (cope|sleep|get through|calm|function)|alone|can not stop|problem|before work|at work|control)',
    '(not|barely|can not|have not|hardly|trouble) (slept|sleep|eat|eaten|sleeping|eating|sleep at all) .. (for|in|weeks|days|months|nights|properly|anymore|anything)',
    '(dolor|presion|opresion|pinchazos) .. (en el|de) pecho',
    '(ataque|ataques|crisis) de (panico|ansiedad|nervios|angustia)',
    '(taquicardia|taquicardias|palpitaciones|mareos|me desmaye|desmayo|desmayos|vomito|vomitos|me falta el aire|no puedo respirar|hormigueo|brazo dormido|sangre en|migranas|convulsiones)',
    '(antidepresivo|antidepresivos|medicacion|medicamento|medicamentos|sertralina|ansioliticos|ansiolitico|pastillas para dormir|lorazepam|receta|dosis|fluoxetina|clonazepam|alprazolam|melatonina|escitalopram|tratamiento)',
    '(diagnostic|sintoma|tdah|bipolar|depresion|deprimid|burnout|burn out|desgaste profesional|anorexia|bulimia|trastorno|autismo|adiccion|alcoholi|cancer|tumor|bulto|diabetes|embarazada|aborto|operacion|operar|cirugia|dolor cronico|tiroides|hipertension|presion alta|quemado clinic)\\w*',
    '(baja (medica|laboral|por (depresion|ansiedad|estres|enfermedad))|de baja|incapacidad (medica|temporal|laboral|permanente)?|licencia (medica|por enfermedad)|doctor|doctora|medico|medica|psiquiatra|psicologo|psicologa|urgencias|hospital)',
    '(bebo|bebiendo|beber|tomo|tomando|alcohol|cocaina|drogas|copas|vino|marihuana|cerveza) .. (cada (noche|dia)|todos los dias|todas las noches|demasiado|para (dormir|aguantar|calmarme|relajarme|poder|olvidar)|sol[oa]|no puedo parar|antes de|de mas|controlar)',
    '(no|apenas|casi no|sin) (duermo|dormir|como|comer|he dormido|puedo dormir|consigo dormir|logro dormir|pego ojo|puedo comer) .. (desde|hace|semanas|dias|meses|nada|noches|bien)',
    'insomnio|insomnia'
  ],
  legal: [
    '(sue|suing|sued|lawsuit|lawyer|attorney|solicitor|legal advice|legal action|legal rights|my rights|labor law|employment law|labour law|employment tribunal|tribunal|court|whistleblow|whistleblower|whistleblowing|subpoena|litigation|legally|lawful|unlawful)',
    '(is (it|this|that) (even)? (legal|illegal|against the law|allowed by law)|illegal|illegally|breaking the law|break the law|against the law|breach of contract|non compete|noncompete|non disclosure|nda|labor board|labour board)',
    '(fraud|embezzl|brib|kickback|falsif|forg|launder|stealing from the company|cook the books|cooking the books|tax evasion|insider trading|corruption|backdat|fake invoices|fake receipts)\\w* .. ',
    '(unpaid|not paid|never paid|refuse to pay|refuses to pay|withholding|withheld|owe me|owes me|not pay|not paying|did not pay) .. (overtime|wages|salary|hours|bonus|commission|vacation|me|my|work|paycheck)',
    '(can|could|may|are|is) (my|the|they|he|she) .. (boss|employer|company|manager|hr|they|he|she) .. (legally|allowed to|force me|make me|fire me|cut my (pay|salary)|change my contract|refuse my|deny my|read my|monitor me|deduct|ask me to sign)',
    '(sign|signing|signed) .. (contract|agreement|nda|waiver|document|non compete|papers|severance) .. (should|force|forced|pressure|pressured|without|or|legal|not understand|want me)?',
    '(work permit|visa|immigration|custody|divorce|eviction|copyright|patent|defamation|libel|data protection violation|gdpr complaint)',
    '(demandar|demanda|demandarlos|abogado|abogada|asesoria legal|asesoria juridica|accion legal|acciones legales|mis derechos|derecho laboral|inspeccion de trabajo|tribunal|juicio|juzgado|denunciar|denuncia|denunciante|querella|conciliacion laboral|junta de conciliacion|ley federal del trabajo|estatuto de los trabajadores|ministerio de trabajo|magistratura|legalmente|recursos legales|legal o ilegal)',
    '(es|seria|sea|son) (esto|eso)? (legal|ilegal|ilegales|licito)|(ilegal|ilegalmente|contra la ley|viola la ley|incumplimiento de contrato|clausula|no competencia|confidencialidad|contrato)',
    '(fraude|malvers|sobor|mordida|factura[s]? fals|falsific|lavado de dinero|blanque|desfalc|evasion|corrupcion|comisiones ilegales|robando a la empresa|manipular las cuentas|doble contabilidad)\\w*',
    '(no me|no nos|me|nos) (pagan|han pagado|pagaron|deben|quieren pagar|retienen|adeudan|descontaron|descuentan|paga|ha pagado) .. (horas extra|horas extras|sueldo|salario|comision|comisiones|vacaciones|nomina|bono|finiquito|aguinaldo|quincena|el mes)',
    '(puede|pueden|podria|podrian) .. (mi jefe|empresa|jefa|obligarme|despedirme|bajarme el sueldo|cambiarme|descontarme|leer mis|obligar|negarme|reducirme|quitarme las vacaciones|modificar mi|vigilarme|no pagarme)',
    '(firmar|firme|firmara|firmado) .. (contrato|acuerdo|documento|renuncia|hoja|finiquito|papel|papeles|carta|clausula)',
    '(permiso de trabajo|visado|visa|extranjeria|custodia|divorcio|desahucio|derechos de autor|patente|difamacion|proteccion de datos)'
  ]
}

export const ROUTE_RULES: readonly { readonly topic: RouteTopic; readonly patterns: readonly RegExp[] }[] = (
  ['harassment', 'discrimination', 'dismissal', 'medical', 'legal'] as const
).map(topic => ({ topic, patterns: PHRASES[topic].map(phrase => compile(phrase, CLASSES)) }))
